/** Formulas and what came of them: typeset once, in `resolve`; reported by `check` and written by `render`. */
import type { Formula } from './blocks.ts';

/** MathML with the TeX in an annotation; or why there is none, in the words of the typesetter. */
export type Typeset = { readonly mathml: string } | { readonly problem: string };

/** By the identity of the formula. */
export type Formulas = ReadonlyMap<Formula, Typeset>;
