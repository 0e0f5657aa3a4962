/** Splits the blocks of a lecture into sections of slides, as pandoc does (`prepSlides`, `makeSections`, and its reveal.js writer). */
import { type Attributes, NO_ATTRIBUTES } from '../model/attributes.ts';
import type { Block, Division, Heading, Inline } from '../model/blocks.ts';

/** A slide before its text is settled and counted. */
export interface RawSlide {
  readonly kind: 'title' | 'slide';
  readonly level: number;
  /** Of the section element: the heading's, and the classes of a div that was merged with it. */
  readonly attributes: Attributes;
  readonly heading: Heading | null;
  readonly body: Block[];
  /** Offset where it starts, and the one where it ends, where that is not where the next one starts. */
  readonly start: number;
  readonly end?: number;
  readonly title?: readonly Inline[];
  /** What stands on it though its div ended before: pandoc puts it outside of every slide. */
  readonly after?: Block[];
}

export interface RawSection {
  readonly title: readonly Inline[] | null;
  readonly id: string | null;
  readonly stacked?: boolean;
  readonly slides: RawSlide[];
}

/** Classes of divs that pandoc never merges with the section of the heading that they begin with. */
const NEVER_MERGED = new Set(['column', 'columns', 'fragment', 'cell', 'notes']);

/** The sections that the blocks make at a slide level; `sections[0]` holds what comes before the first section. */
export function splitSlides(blocks: readonly Block[], level: number): readonly RawSection[] {
  const sections: RawSection[] = [{ title: null, id: null, slides: [] }];
  let root = Number.POSITIVE_INFINITY;
  const current = (): RawSlide[] => sections.at(-1)?.slides ?? [];
  const open = (slide: RawSlide): void => void current().push(slide);
  const pieces = openMerged(blocks, level, NO_ATTRIBUTES);
  for (const [at, { block, merged, after }] of pieces.entries()) {
    if (block.kind === 'rule') {
      const next = pieces[at + 1]?.block;
      if (next?.kind !== 'heading' || next.level !== level) open(untitled(level, block.span.start));
    } else if (block.kind === 'heading' && block.level <= level) {
      if (block.level < level && block.level <= root) {
        root = block.level;
        sections.push({ title: block.children, id: block.attributes.id, slides: [] });
      }
      open(titled(block, merged, level));
    } else {
      if (current().length === 0) open(untitled(level, block.span.start));
      current().at(-1)?.body.push(block);
      if (after) current().at(-1)?.after?.push(block);
    }
  }
  return sections;
}

interface Piece {
  readonly block: Block;
  /** The attributes of the div that this heading's section is merged with. */
  readonly merged: Attributes;
  /** It follows a div that was opened. */
  readonly after: boolean;
}

/** The blocks with each div that begins with a slide's heading opened, its attributes handed to that heading. */
function openMerged(blocks: readonly Block[], level: number, merged: Attributes): readonly Piece[] {
  let after = false;
  const pieces: Piece[] = [];
  for (const block of blocks) {
    const handed = block === blocks[0] ? merged : NO_ATTRIBUTES;
    const opens = block.kind === 'division' && isMerged(block, level);
    after = opens || (after && !opensSlide(block, level));
    if (!opens) pieces.push({ block, merged: handed, after });
    else for (const piece of openMerged(block.children, level, join(handed, block.attributes))) pieces.push(piece);
  }
  return pieces;
}

function isMerged({ children: [first], attributes }: Division, level: number): boolean {
  return (
    first !== undefined &&
    first.kind === 'heading' &&
    opensSlide(first, level) &&
    !attributes.classes.some((name) => NEVER_MERGED.has(name))
  );
}

function opensSlide(block: Block, level: number): boolean {
  return block.kind === 'rule' || (block.kind === 'heading' && block.level <= level);
}

function titled(heading: Heading, merged: Attributes, level: number): RawSlide {
  const attributes = join(heading.attributes, merged);
  return {
    kind: heading.level < level ? 'title' : 'slide',
    level: heading.level,
    attributes,
    heading,
    body: [],
    after: [],
    start: heading.span.start,
  };
}

function untitled(level: number, start: number): RawSlide {
  return { kind: 'slide', level, attributes: NO_ATTRIBUTES, heading: null, body: [], start };
}

function join(first: Attributes, second: Attributes): Attributes {
  if (second === NO_ATTRIBUTES) return first;
  return {
    id: first.id,
    idSpan: first.idSpan,
    classes: [...first.classes, ...second.classes],
    pairs: [...first.pairs, ...second.pairs],
  };
}
