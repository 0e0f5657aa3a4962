/** Formulas → those that cannot be typeset. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { LectureRule } from '../lectureCheck.ts';
import { shorten } from '../shorten.ts';

/** Rule: `formula`. */
export const checkFormulas: LectureRule = ({ formulas }) =>
  [...formulas].flatMap(([{ tex, span }, typeset]): readonly Diagnostic[] => {
    if (!('problem' in typeset)) return [];
    const message = `“${shorten(tex)}” cannot be typeset: ${typeset.problem.replace(/\.$/, '')}.`;
    const hint = 'It is shown as its TeX. Correct it, or define the commands that it uses with `\\newcommand`.';
    return [diagnose('formula', span, message, hint)];
  });
