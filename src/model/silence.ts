/** A comment that silences what is found at one place: `<!-- lectern-ignore missing-alt, todo: why -->`. */
import type { Span } from './source.ts';

export interface Silence {
  /** The whole comment. */
  readonly span: Span;
  /** What it names, known or not, with its place. */
  readonly rules: readonly { readonly name: string; readonly span: Span }[];
  /** Whether it says why. */
  readonly reasoned: boolean;
  /** Where the findings begin that it silences: UTF-16 offsets in the same file, `to` is the first one after. */
  readonly from: number;
  readonly to: number;
}
