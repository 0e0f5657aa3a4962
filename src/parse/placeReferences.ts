/** The blocks of a lecture that cites → the same with a place for its references, where pandoc has it; they are not known yet. */
import { type Attributes, NO_ATTRIBUTES } from '../model/attributes.ts';
import type { Block, Division, Heading } from '../model/blocks.ts';
import { REFERENCES_ID } from '../model/citation.ts';
import type { LectureSettings } from '../model/settings.ts';
import type { Span } from '../model/source.ts';
import { stringsFor } from '../model/strings.ts';
import { walkAllInlines, walkBlocks } from '../model/walk.ts';
import type { RawSection } from './slides.ts';
import { COMMENT } from './treeContext.ts';

/** Where references go. */
export interface References {
  /** With their place, where that is among the author's own blocks. */
  readonly blocks: readonly Block[];
  /** What goes behind all of them: a heading of our own, and the place. Empty where the author has one. */
  readonly own: readonly [] | readonly [Heading, Division];
}

/** In `::: {#refs}`; else under the heading that ends the text; else on a slide of their own. */
export function placeReferences(blocks: readonly Block[], settings: LectureSettings, end: Span): References {
  const { citations } = settings;
  if (citations === undefined || !citations.processed || !citations.listed) return { blocks, own: [] };
  if (holdsPlace(blocks) || (citations.uncited.length === 0 && !cites(blocks))) return { blocks, own: [] };
  const place: Division = { kind: 'division', attributes: { ...NO_ATTRIBUTES, id: REFERENCES_ID }, children: [], span: end };
  const at = blocks.findLastIndex((block) => !isUnseen(block));
  const last = blocks[at];
  if (last?.kind !== 'heading' || citations.title !== null) return { blocks, own: [headingOf(blocks, settings, end), place] };
  if (at < blocks.length - 1) return { blocks: [...blocks, place], own: [] };
  const heading: Heading = { ...last, attributes: unnumbered(last.attributes) };
  return { blocks: [...blocks.slice(0, -1), heading, place], own: [] };
}

/** A slide of their own, in a section of its own, behind all others. */
export function sectionOfReferences([heading, place]: References['own'], level: number): readonly RawSection[] {
  if (heading === undefined || place === undefined) return [];
  const { attributes, span } = heading;
  const slide = { kind: 'slide', level, attributes, heading: { ...heading, level }, body: [place], start: span.start } as const;
  return [{ title: null, id: null, slides: [{ ...slide, body: [place] }] }];
}

/** A comment, or a lone tag such as `<small>`: what it was meant for is the references. */
function isUnseen(block: Block): boolean {
  if (block.kind === 'html-tag' || (block.kind === 'html-verbatim' && block.name === COMMENT)) return true;
  return block.kind === 'paragraph' && block.children.every(({ kind }) => kind === 'html-tag' || kind === 'soft-break');
}

function headingOf(blocks: readonly Block[], { citations, lang }: LectureSettings, span: Span): Heading {
  const text = citations?.title ?? stringsFor(lang).word.references;
  const attributes = { ...NO_ATTRIBUTES, id: freeId(blocks), classes: ['unnumbered'] };
  return { kind: 'heading', level: 2, children: [{ kind: 'text', text, span }], attributes, underlined: false, span };
}

function freeId(blocks: readonly Block[]): string {
  const taken = new Set<string | null>();
  walkBlocks(blocks, (block) => {
    if (block.kind === 'heading' || block.kind === 'division') taken.add(block.attributes.id);
  });
  const names = ['references', 'bibliography', ...Array.from(taken, (_, at) => `references-${at + 1}`)];
  return names.find((name) => !taken.has(name)) ?? 'references-0';
}

function unnumbered(attributes: Attributes): Attributes {
  return attributes.classes.includes('unnumbered')
    ? attributes
    : { ...attributes, classes: [...attributes.classes, 'unnumbered'] };
}

function holdsPlace(blocks: readonly Block[]): boolean {
  let found = false;
  walkBlocks(blocks, (block) => {
    if (block.kind === 'division' && block.attributes.id === REFERENCES_ID) found = true;
  });
  return found;
}

function cites(blocks: readonly Block[]): boolean {
  let found = false;
  walkAllInlines(blocks, (inline) => {
    if (inline.kind === 'citation') found = true;
  });
  return found;
}
