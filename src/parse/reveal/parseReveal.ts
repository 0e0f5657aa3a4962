/** Turns reveal.js's Markdown into raw slides, each parsed for itself where it stands. */
import { type Attributes, NO_ATTRIBUTES } from '../../model/attributes.ts';
import type { Block, Inline, Notes } from '../../model/blocks.ts';
import type { LectureSettings, Separators } from '../../model/settings.ts';
import type { SourceFile, Span } from '../../model/source.ts';
import { mapCells, mapChildBlocks, walkBlocks } from '../../model/walk.ts';
import type { Stretch } from '../attributes.ts';
import { createEnvironment } from '../environment.ts';
import { createIdentifiers } from '../identifiers.ts';
import { readableText } from '../offsets.ts';
import type { RawSection, RawSlide } from '../slides.ts';
import { applyIncremental } from '../syntax/incremental.ts';
import { buildTree } from '../tree.ts';
import type { TreeContext } from '../treeContext.ts';
import { applyComments } from './applyComments.ts';
import { linkBare } from './bareLinks.ts';
import { createRevealMarkdown } from './markdown.ts';
import { type SlideText, splitText, type Stacks, type Unusable } from './splitText.ts';

const MARKDOWN = createRevealMarkdown(false);
const WITH_EMOJI = createRevealMarkdown(true);

export interface RevealText {
  readonly source: SourceFile;
  readonly settings: LectureSettings;
  readonly frontMatter: Span | null;
  readonly separators: Separators;
}

interface Reading extends RevealText {
  readonly report: TreeContext['report'];
  readonly macros: string[];
}

/** The slides in their stacks, all their blocks, and the TeX macros among them. */
export function parseReveal(
  text: RevealText,
  report: TreeContext['report'],
): { readonly sections: readonly RawSection[]; readonly blocks: readonly Block[]; readonly macros: string } {
  const reading: Reading = { ...text, report, macros: [] };
  const stacks = stacksOf(reading);
  const sections = stacks.map((stack): RawSection => {
    const slides = stack.map((slide) => slideOf(slide, reading));
    return { title: null, id: null, slides, ...(stack.length > 1 && { stacked: true }) };
  });
  const blocks = sections
    .flatMap(({ slides }) => slides)
    .flatMap(({ heading, body }) => [...(heading ? [heading] : []), ...body]);
  return { sections, blocks, macros: reading.macros.join('\n') };
}

/** The stretches of the slides; the whole text is one where it cannot be split, and all of a page. */
function stacksOf({ source, frontMatter, separators, settings, report }: Reading): Stacks {
  const start = startOfText(source.text, frontMatter);
  const whole = [[{ at: [start, source.text.length], notes: null }]] as const;
  if (settings.kind === 'page') return whole;
  const stacks = splitText(source.text, start, separators);
  if (!('why' in stacks)) return stacks;
  const top = { path: source.path, start: 0, end: 0 };
  reportUnusable(stacks, separators[stacks.separator]?.span ?? top, report);
  return whole;
}

/** Right after the line that ends the front matter. */
function startOfText(text: string, frontMatter: Span | null): number {
  if (frontMatter === null) return text.startsWith('\uFEFF') ? 1 : 0;
  return frontMatter.end + (/^[ \t]*(?:\r\n?|\n)/.exec(text.slice(frontMatter.end, frontMatter.end + 100))?.[0].length ?? 0);
}

const KEYS = { slide: 'separator', vertical: 'separator-vertical', notes: 'separator-notes' } as const;

function reportUnusable({ separator, why }: Unusable, span: Span, report: TreeContext['report']): void {
  const key = KEYS[separator];
  if (why === 'slow') {
    const message = `“${key}” takes more than a second over this lecture, so it is not split into slides.`;
    report('slow-separator', span, message, 'Write it without one repetition inside of another.');
  } else if (why === 'deep') {
    const message = `“${key}” takes more memory over this lecture than there is, so it is not split into slides.`;
    report('slow-separator', span, message, 'Write it without a choice inside of a repetition.');
  } else if (why === 'clash') {
    const message = '“separator” and “separator-vertical” name a group alike, so this lecture is not split into slides.';
    report('clashing-separators', span, message, 'Write “(?:…)” for the group in both.');
  } else {
    const message = `“${key}” matches where there is nothing, so this lecture is not split into slides.`;
    report('empty-separator', span, message, 'Write what it has to find, such as “^---$”.');
  }
}

function slideOf({ at, notes, undecided = false }: SlideText, reading: Reading): RawSlide {
  if (undecided) {
    const span = { path: reading.source.path, ...trimmed(at, reading.source.text) };
    const message = 'What begins notes is found more than once on this slide, so all of it is shown.';
    reading.report('several-notes', span, message, 'Begin the notes once, and write “(?:…)” for a group in “separator-notes”.');
  }
  const read = applyComments(blocksOf(at, reading), reading);
  const stepped = applyIncremental(read.blocks.map(withLinks), reading.settings.incremental);
  const [first, ...rest] = stepped;
  const heading = first?.kind === 'heading' ? first : null;
  const title = heading === null ? titleIn(stepped) : null;
  const body = [...(heading === null ? stepped : rest), ...(notes === null ? [] : [notesOf(notes, reading)])];
  return {
    kind: 'slide',
    level: heading?.level ?? 2,
    attributes: addressable(read.slide, reading),
    heading,
    ...(title === null ? {} : { title }),
    body,
    ...trimmed([at[0], notes?.[1] ?? at[1]], reading.source.text),
  };
}

/** An identifier of digits alone would be read as the number of a slide. */
function addressable(slide: Attributes, { report }: Reading): Attributes {
  if (slide.id === null || slide.idSpan === null || !/^\p{N}+$/u.test(slide.id)) return slide;
  const id = `section-${slide.id}`;
  const message = `“#${slide.id}” would be read as the number of a slide, so it becomes “#${id}”.`;
  report('numeric-identifier', slide.idSpan, message, 'Begin the identifier with a letter.');
  return { ...slide, id };
}

function notesOf(at: Stretch, reading: Reading): Notes {
  const { start, end } = trimmed(at, reading.source.text);
  const children = applyComments(blocksOf(at, reading), reading).blocks.map(withLinks);
  const span = { path: reading.source.path, start, end };
  const attributes = { ...NO_ATTRIBUTES, classes: ['notes'] };
  return { kind: 'notes', visibility: reading.settings.notes, attributes, children, span };
}

function trimmed([from, to]: Stretch, text: string): { readonly start: number; readonly end: number } {
  const slice = text.slice(from, to);
  const start = from + (slice.length - slice.trimStart().length);
  return { start, end: Math.max(start, from + slice.trimEnd().length) };
}

/** The blocks of a stretch of the source, with their places in the whole. */
function blocksOf([from, to]: Stretch, { source, settings, report, macros, separators }: Reading): readonly Block[] {
  const { path } = source;
  const { text, original } = readableText({ path, text: source.text.slice(from, to) }, null);
  const place = ([start, end]: Stretch): Span => ({ path, start: from + original(start), end: from + original(end) });
  const environment = createEnvironment((rule, at, message, hint) => report(rule, place(at), message, hint));
  const tokens = (separators.emoji === true ? WITH_EMOJI : MARKDOWN).parse(text, environment);
  const lineEnds = [...text.matchAll(/\n/g)].map((match) => match.index).concat(text.length);
  for (const macro of environment.macros) macros.push(macro);
  const context = { place, report, identifiers: createIdentifiers(), notes: settings.notes, text, lineEnds, reveal: true };
  return buildTree(tokens, context);
}

function withLinks(block: Block): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return { ...block, children: linkBare(block.children) };
    case 'table':
      return mapCells(block, (cell) => ({ ...cell, children: linkBare(cell.children) }));
    default:
      return mapChildBlocks(block, (children) => children.map(withLinks));
  }
}

/** The text of the first heading on a slide that begins with something else. */
function titleIn(blocks: readonly Block[]): readonly Inline[] | null {
  const titles: (readonly Inline[])[] = [];
  walkBlocks(blocks, (block) => {
    if (block.kind === 'heading') titles.push(block.children);
    return block.kind !== 'notes';
  });
  return titles[0] ?? null;
}
