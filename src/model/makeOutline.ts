/** Turns a lecture's public content into what others may know of it. */
import { hash } from 'node:crypto';
import { type Lecture, type Slide, slidesOf, titleOf } from './lecture.ts';
import type { Outline, OutlineSlide, Secret } from './outline.ts';
import { lineStarts, positionAt, type SourceFile, type Span } from './source.ts';
import type { AssetUse, LinkOut, Targets } from './target.ts';
import { treeText } from './treeText.ts';
import { blockText, plainText } from './walk.ts';

export interface OutlineInput {
  /** As it is published: without private notes, unless they are wanted. */
  readonly lecture: Lecture;
  readonly source: SourceFile;
  readonly targets: Targets;
  /** What must not get out of it. */
  readonly secrets: readonly Secret[];
  /** The SHA-256 of an asset's bytes. */
  readonly hashOf: (file: string) => string;
}

/** What a page asks for by itself; a link waits for the reader. */
const SHOWN: ReadonlySet<string> = new Set(['image', 'media', 'frame']);

export function makeOutline(input: OutlineInput): Outline {
  const { lecture, source, targets, secrets } = input;
  const starts = lineStarts(source.text);
  const found = [...targets];
  const assets = found.flatMap(([, target]): AssetUse[] =>
    target.to === 'asset' ? [{ file: target.file, output: target.output }] : [],
  );
  const linksOut = found.flatMap(([reference, target]): LinkOut[] =>
    target.to === 'lecture' ? [{ address: target.address, id: target.id, span: reference.span }] : [],
  );
  const sections = lecture.sections.map((section) => ({
    id: section.id,
    title: section.title === null ? null : plainText(section.title),
    slides: section.slides.map((slide) => outlineSlide(slide, positionAt(starts, slide.span.start).line, input)),
  }));
  const hashes = sections.flatMap(({ slides }) => slides.map((slide) => slide.hash));
  return {
    address: lecture.address,
    sections,
    hash: hash('sha256', hashes.join(' ')).slice(0, 12),
    anchors: [...lecture.anchors],
    linksOut,
    assets: [...new Map(assets.map((asset) => [asset.output, asset])).values()],
    hosts: [
      ...new Set(found.flatMap(([{ role }, target]) => (target.to === 'remote' && SHOWN.has(role) ? [target.host] : []))),
    ].sort(),
    spokenWords: slidesOf(lecture).reduce((words, slide) => words + countWords(blockText(slide.notes)), 0),
    secrets,
    searchable: null,
    questions: null,
    publicText: withoutSpans(
      source.text,
      secrets.map((secret) => secret.span),
    ),
  };
}

function outlineSlide(slide: Slide, line: number, input: OutlineInput): OutlineSlide {
  const { cover, settings } = input.lecture;
  // a page is one long slide: its headings are its own
  const heading = settings.kind === 'page' ? (slide.heading?.children ?? []) : titleOf(slide);
  const title = slide.kind === 'cover' && cover !== null ? cover.title : heading;
  return {
    id: slide.id,
    number: slide.number,
    kind: slide.kind,
    title: plainText(title).trim(),
    line,
    notes: slide.notes.length > 0,
    steps: slide.steps,
    hash: hashSlide(slide, input),
  };
}

/** What is on the slide, by its tree without places and notes, and the bytes of the assets that it shows. */
function hashSlide(slide: Slide, { lecture, targets, hashOf }: OutlineInput): string {
  const files: string[] = [];
  const content = treeText(
    [slide.kind === 'cover' ? lecture.cover : null, slide.attributes, slide.heading, slide.body],
    (node) => {
      const target = 'role' in node ? targets.get(node as Parameters<Targets['get']>[0]) : undefined;
      if (target?.to === 'asset') files.push(target.file);
    },
  );
  return hash('sha256', content + files.map(hashOf).join('\n')).slice(0, 12);
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0;
}

/** The text with spans left out. */
function withoutSpans(text: string, spans: readonly Span[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start > from) pieces.push(text.slice(from, start));
    from = Math.max(from, end);
  }
  return [...pieces, text.slice(from)].join('\n');
}
