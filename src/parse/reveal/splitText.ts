/** The text of a deck → the stretches of its slides, split by the author's regular expressions as reveal.js splits. */
import { createContext, runInContext } from 'node:vm';
import type { Separators } from '../../model/settings.ts';
import type { Stretch } from '../attributes.ts';

/** How long one separator may take over a text. */
const LIMIT = 1000;

/** A slide's text, and that of its notes, as offsets of the whole text. */
export interface SlideText {
  readonly at: Stretch;
  readonly notes: Stretch | null;
  /** Its text is split into more than two, so that reveal.js takes none of it for notes. */
  readonly undecided?: boolean;
}

/** The slides of each stack; a slide that is in none is alone in its list. */
export type Stacks = readonly (readonly SlideText[])[];

/** Why a separator cannot be used. */
export interface Unusable {
  readonly separator: 'slide' | 'vertical' | 'notes';
  readonly why: 'slow' | 'deep' | 'empty' | 'clash';
}

/** Splits `text` from `start` on; the patterns are known to be regular expressions. */
export function splitText(text: string, start: number, separators: Separators): Stacks | Unusable {
  const rest = text.slice(start);
  for (const separator of ['slide', 'vertical'] as const) {
    const pattern = separators[separator]?.pattern;
    const found = pattern === undefined ? false : withinTime(() => matchesNothing(rest, pattern));
    if (found !== false) return { separator, why: found === true ? 'empty' : found };
  }
  const stacks = withinTime(() => stacksOf(rest, separators));
  if (typeof stacks === 'string') return { separator: 'vertical', why: stacks };
  const notes = separators.notes;
  const split = notes === null ? null : new RegExp(notes.pattern, 'mgi');
  const slides = withinTime(() =>
    stacks.map((stack) =>
      stack.map(([from, to]): SlideText => {
        const parts = split === null ? [] : rest.slice(from, to).split(split);
        const [before = '', after = ''] = parts;
        const noted = parts.length === 2;
        return {
          at: [start + from, start + (noted ? from + before.length : to)],
          notes: noted ? [start + to - after.length, start + to] : null,
          undecided: parts.length > 2,
        };
      }),
    ),
  );
  return typeof slides === 'string' ? { separator: 'notes', why: slides } : slides;
}

/** reveal.js's `slidify`: what stands before a separator is a slide, and separators of the other kind open and close stacks. */
function stacksOf(text: string, { slide, vertical }: Separators): readonly (readonly Stretch[])[] {
  const either = new RegExp(slide.pattern + (vertical === null ? '' : `|${vertical.pattern}`), 'mg');
  const horizontal = new RegExp(slide.pattern);
  const stacks: Stretch[][] = [];
  let from = 0;
  let after = true;
  const push = (to: number, opens: boolean): void => {
    if (opens) stacks.push([[from, to]]);
    else stacks.at(-1)?.push([from, to]);
  };
  for (let match = either.exec(text); match !== null && match[0] !== ''; match = either.exec(text)) {
    push(match.index, after);
    after = horizontal.test(match[0]);
    from = either.lastIndex;
  }
  push(text.length, after);
  return stacks;
}

/** Whether a pattern matches where there is nothing: reveal.js would never come to an end. */
function matchesNothing(text: string, pattern: string): boolean {
  const expression = new RegExp(pattern, 'mg');
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) if (match[0] === '') return true;
  return false;
}

/**
 * What `work` gives, or why there is nothing: it takes too long, or more memory than there is; or each pattern is one,
 * and both together are none. A regular expression cannot be stopped in any other way.
 */
function withinTime<T>(work: () => T): T | 'slow' | 'deep' | 'clash' {
  try {
    return runInContext('work()', createContext({ work }), { timeout: LIMIT }) as T;
  } catch (error) {
    if ((error as { readonly code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return 'slow';
    if (error instanceof RangeError) return 'deep';
    if (error instanceof SyntaxError) return 'clash';
    throw error;
  }
}
