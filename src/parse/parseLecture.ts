/** Turns the text of one lecture into sections of slides, or of one page into its blocks. */
import { NO_ATTRIBUTES } from '../model/attributes.ts';
import type { Block, Inline } from '../model/blocks.ts';
import { type Diagnostic, diagnose, type Result } from '../model/diagnostic.ts';
import { PANDOC } from '../model/extensions.ts';
import type { Cover, Lecture } from '../model/lecture.ts';
import type { LectureSettings, MarkdownText } from '../model/settings.ts';
import type { SourceFile, Span } from '../model/source.ts';
import { walkBlocks } from '../model/walk.ts';
import { collectAnchors } from './anchors.ts';
import { takeComments } from './comments.ts';
import { finishSections } from './finish.ts';
import { createEnvironment } from './environment.ts';
import { createIdentifiers } from './identifiers.ts';
import { markdownFor } from './markdown.ts';
import { lineEndsOf, readableText } from './offsets.ts';
import { parseMarkdownText } from './parseMarkdownText.ts';
import { parseReveal } from './reveal/parseReveal.ts';
import { placeReferences, sectionOfReferences } from './placeReferences.ts';
import { findSlideLevel } from './slide-level.ts';
import { type RawSection, splitSlides } from './slides.ts';
import { applyIncremental } from './syntax/incremental.ts';
import { buildTree } from './tree.ts';
import type { TreeContext } from './treeContext.ts';

/** No heading opens a slide in reveal.js's Markdown. */
const ONLY_SEPARATORS: Lecture['slideLevel'] = { value: 0, automatic: false, decidedBy: null };

export interface LectureText {
  readonly address: string;
  readonly settings: LectureSettings;
  /** The span that is front matter and not text; null where there is none. */
  readonly frontMatter: Span | null;
  /** Spans in the middle of the text whose keys were taken, and that are on no slide. */
  readonly late?: readonly Span[];
}

/** The lecture or page; its positions are true in the untouched source. */
export function parseLecture(source: SourceFile, input: LectureText): Result<Lecture> {
  const { settings, address } = input;
  const diagnostics: Diagnostic[] = [];
  const report: TreeContext['report'] = (rule, span, message, hint) => void diagnostics.push(diagnose(rule, span, message, hint));
  const inlinesOf = (text: MarkdownText): readonly Inline[] => {
    const { value, diagnostics: found } = parseMarkdownText(text, settings.extensions);
    diagnostics.push(...found);
    return value;
  };
  const separators = settings.reveal ?? null;
  const reveal =
    separators === null ? null : parseReveal({ source, settings, frontMatter: input.frontMatter, separators }, report);
  const { blocks: written, macros } = reveal ?? parseBlocks(source, input, report);
  const { length } = source.text;
  const { blocks, own } = placeReferences(written, settings, { path: source.path, start: length, end: length });
  const page = settings.kind === 'page';
  const slideLevel = reveal === null ? findSlideLevel(blocks, settings.slideLevel) : ONLY_SEPARATORS;
  const cover = page || reveal !== null ? null : coverOf(settings, inlinesOf);
  const stepped = applyIncremental(blocks, settings.incremental);
  const split = (): readonly RawSection[] => [
    ...splitSlides(stepped, slideLevel.value),
    ...sectionOfReferences(own, Math.max(1, slideLevel.value)),
  ];
  const raw = page ? [pageOf([...stepped, ...own], settings)] : (reveal?.sections ?? split());
  const commented = source.text.includes('<!--');
  const sections = finishSections(raw, {
    cover: cover === null ? null : settings.titleSlideAttributes,
    source,
    commented,
    asking: source.text.includes('question'),
    report,
  });
  const title = cover?.title ?? (settings.title === null ? (firstHeading(blocks) ?? nameOf(source)) : inlinesOf(settings.title));
  const { comments } = takeComments(commented ? blocks : []);
  return {
    value: {
      source: source.path,
      address,
      settings,
      title,
      slideLevel,
      cover,
      sections,
      anchors: collectAnchors(sections),
      macros,
      comments,
    },
    diagnostics,
  };
}

function parseBlocks(
  source: SourceFile,
  input: LectureText,
  report: TreeContext['report'],
): { readonly blocks: readonly Block[]; readonly macros: string } {
  const { text, original } = readableText(source, input.frontMatter);
  const place = ([start, end]: readonly [number, number]): Span => ({
    path: source.path,
    start: original(start),
    end: original(end),
  });
  const { extensions, notes } = input.settings;
  const environment = createEnvironment((rule, at, message, hint) => report(rule, place(at), message, hint), extensions);
  const late = new Set(input.late?.map(({ start }) => start));
  environment.citing = input.settings.citations !== undefined && (extensions ?? PANDOC).has('citations');
  environment.isTaken = (offset) => late.has(original(offset));
  const tokens = markdownFor(extensions).parse(text, environment);
  const lineEnds = lineEndsOf(text);
  const identifiers = createIdentifiers(extensions);
  const context = { place, report, identifiers, notes, text, lineEnds, ...(extensions && { extensions }) };
  const macros = (extensions ?? PANDOC).has('latex_macros') ? environment.macros.join('\n') : '';
  return { blocks: buildTree(tokens, context), macros };
}

function coverOf(settings: LectureSettings, inlinesOf: (text: MarkdownText) => readonly Inline[]): Cover | null {
  if (settings.title === null) return null;
  return {
    title: inlinesOf(settings.title),
    subtitle: settings.subtitle === null ? null : inlinesOf(settings.subtitle),
    authors: settings.authors.map(inlinesOf),
    date: settings.date === null ? null : inlinesOf(settings.date),
  };
}

/** A page: all its blocks under its title, which is its first heading where the front matter has none. */
function pageOf(blocks: readonly Block[], settings: LectureSettings): RawSection {
  const [first, ...rest] = blocks;
  const heading = settings.title === null && first?.kind === 'heading' ? first : null;
  const attributes = heading?.attributes ?? NO_ATTRIBUTES;
  return {
    title: null,
    id: null,
    slides: [
      {
        kind: 'slide',
        level: heading?.level ?? 1,
        attributes,
        heading,
        body: heading === null ? [...blocks] : rest,
        start: first?.span.start ?? 0,
      },
    ],
  };
}

/** The text of the first heading of level 1, else of the first heading. */
function firstHeading(blocks: readonly Block[]): readonly Inline[] | null {
  const headings: (Block & { readonly kind: 'heading' })[] = [];
  walkBlocks(blocks, (block) => {
    if (block.kind === 'heading' && block.children.length > 0) headings.push(block);
    return block.kind !== 'notes';
  });
  return (headings.find((heading) => heading.level === 1) ?? headings[0])?.children ?? null;
}

/** `01-data-drift.md` → “Data drift”. */
function nameOf(source: SourceFile): readonly Inline[] {
  const stem = source.path
    .replace(/^.*\//, '')
    .replace(/\.[^.]+$/, '')
    .replace(/^\d{2,3}-(?=.)/, '');
  const words = stem.replace(/[-_]+/g, ' ').trim();
  return [{ kind: 'text', text: words.charAt(0).toUpperCase() + words.slice(1), span: { path: source.path, start: 0, end: 0 } }];
}
