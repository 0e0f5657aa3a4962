/** Slides → the same with a list of references that is too long for its slide going on over further slides. */
import { NO_ATTRIBUTES } from '../model/attributes.ts';
import type { Block, Division, Heading } from '../model/blocks.ts';
import { REFERENCES_ID } from '../model/citation.ts';
import type { Slide } from '../model/lecture.ts';
import { blockText } from '../model/walk.ts';

/** How many lines of references a slide holds under a title of one line, and how many letters go into one. */
const LINES = 16.5;
const LETTERS = 98;
/** The space between two entries, in lines. */
const BETWEEN = 0.4;

/** A slide, and those that its references go on over. */
export function splitReferences(slide: Slide, isTaken: (id: string) => boolean): readonly Slide[] {
  const at = slide.body.findIndex(isReferences);
  const list = slide.body[at] as Division | undefined;
  // a tag that is open around the list cannot go on over slides
  if (list === undefined || slide.body.some(({ kind }) => kind === 'html-tag')) return [slide];
  const before = slide.body.slice(0, at);
  const [first = [], ...others] = partsOf(list.children, LINES - linesOf(before));
  if (others.length === 0) return [slide];
  const after = slide.body.slice(at + 1);
  const notes = after.filter((block) => block.kind === 'notes');
  const rest = after.filter((block) => block.kind !== 'notes');
  return [
    { ...slide, body: [...before, { ...list, children: first }, ...notes] },
    ...others.map((children, index) => goOn(slide, list, children, index + 2, index === others.length - 1 ? rest : [], isTaken)),
  ];
}

/** Whether a block is the place of the references. */
export function isReferences(block: Block): block is Division {
  return block.kind === 'division' && block.attributes.id === REFERENCES_ID;
}

function partsOf(entries: readonly Block[], room: number): readonly (readonly Block[])[] {
  const parts: Block[][] = [];
  let left = room;
  for (const entry of entries) {
    const lines = Math.ceil(blockText([entry]).length / LETTERS) + BETWEEN;
    const part = parts.at(-1);
    if (part === undefined || lines > left + BETWEEN) {
      if (part !== undefined) left = LINES;
      parts.push([entry]);
    } else part.push(entry);
    left -= lines;
  }
  return parts;
}

/** What stands above a list, roughly. */
function linesOf(blocks: readonly Block[]): number {
  const shown = blocks.filter(({ kind }) => kind !== 'notes');
  const lines = shown.map((block) => Math.ceil(blockText([block]).length / LETTERS) + 1);
  return Math.min(
    LINES - 3,
    lines.reduce((sum, one) => sum + one, 0),
  );
}

function goOn(
  slide: Slide,
  list: Division,
  children: readonly Block[],
  number: number,
  rest: readonly Block[],
  isTaken: (id: string) => boolean,
): Slide {
  const id = idOf(slide.id ?? REFERENCES_ID, number, isTaken);
  const attributes = { ...slide.attributes, id };
  const heading: Heading | null =
    slide.heading === null ? null : { ...slide.heading, attributes: { ...slide.heading.attributes, id } };
  const part = { ...list, children, attributes: { ...list.attributes, ...(list.attributes.id && { id: null }) } };
  return {
    ...slide,
    id,
    attributes: heading === null ? { ...NO_ATTRIBUTES, id } : attributes,
    heading,
    body: [part, ...rest],
    notes: [],
    steps: 1,
  };
}

function idOf(base: string, number: number, isTaken: (id: string) => boolean): string {
  const id = `${base}-${number}`;
  return isTaken(id) ? idOf(`${base}-${number}`, number, isTaken) : id;
}
