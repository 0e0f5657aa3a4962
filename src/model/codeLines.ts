/** What a block of code asks of its lines → their numbers, and which of them each step emphasises. */
import type { Attributes, Pair } from './attributes.ts';
import type { Code } from './blocks.ts';

/** The first and the last line, counted from 1 for the block's first, whatever number it shows. */
export type LineRange = readonly [first: number, last: number];

export interface CodeLines {
  /** The number that the first line shows. */
  readonly first: number;
  /** What each step emphasises, at least one step; null: all lines alike. */
  readonly steps: readonly (readonly LineRange[] | null)[];
}

/** Pandoc's names, and Quarto's for the same. */
const NUMBERED: ReadonlySet<string> = new Set(['numberLines', 'number-lines']);
const EMPHASIS: ReadonlySet<string> = new Set([
  'data-line-numbers',
  'line-numbers',
  'data-code-line-numbers',
  'code-line-numbers',
]);
/** Pandoc's, and reveal.js's. */
const FIRST: ReadonlySet<string> = new Set(['startFrom', 'data-startFrom', 'data-ln-start-from', 'ln-start-from']);

/** More steps than anyone clicks through would only make a page of copies. */
export const MOST_STEPS = 50;

/** Null where the block asks for nothing, as nearly all do. */
export function codeLinesOf({ attributes }: Code): CodeLines | null {
  const { classes, pairs } = attributes;
  if (pairs.length === 0 && classes.length < 2 && !NUMBERED.has(classes[0] ?? '')) return null;
  const emphasis = emphasisOf(attributes);
  if (emphasis?.value.trim() === 'false') return null;
  if (emphasis === null && !classes.some((name) => NUMBERED.has(name))) return null;
  const first = firstLineOf(attributes);
  const steps = emphasis === null ? [null] : emphasis.value.split('|').slice(0, MOST_STEPS).map(linesOfStep);
  return { first: first !== null && isNumber(first.value) ? Number(first.value) : 1, steps };
}

/** The attribute that says which lines are emphasised; null where there is none. */
export function emphasisOf({ pairs }: Attributes): Pair | null {
  return pairs.find(({ key }) => EMPHASIS.has(key)) ?? null;
}

/** The attribute that says which number the first line shows; null where there is none. */
export function firstLineOf({ pairs }: Attributes): Pair | null {
  return pairs.find(({ key }) => FIRST.has(key)) ?? null;
}

/** How many clicks a block takes beyond its first look. */
export function furtherSteps(code: Code): number {
  return (codeLinesOf(code)?.steps.length ?? 1) - 1;
}

/** Whether a number of a line can be made out. */
export function isNumber(text: string): boolean {
  return /^\s*\d{1,7}\s*$/.test(text);
}

/** `3,5-7`; null for `all`, for nothing, and for what cannot be made out. */
export function linesOfStep(step: string): readonly LineRange[] | null {
  const ranges = step.split(',').map(rangeOf);
  return ranges.every((range) => range !== null) ? ranges : null;
}

/** `3` or `5-7`; null for anything else. */
export function rangeOf(text: string): LineRange | null {
  const match = /^\s*(\d{1,7})(?:\s*-\s*(\d{1,7}))?\s*$/.exec(text);
  if (match === null) return null;
  const first = Number(match[1]);
  const last = Number(match[2] ?? match[1]);
  return last < first ? null : [first, last];
}
