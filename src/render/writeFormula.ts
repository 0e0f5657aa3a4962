/** A formula, as it was typeset → HTML. */
import type { Formula } from '../model/blocks.ts';
import { escapeHtml } from './escape.ts';
import type { Writing } from './writing.ts';

/** What cannot be typeset is shown as it was written. */
export function writeFormula(formula: Formula, { formulas }: Writing): string {
  const typeset = formulas.get(formula);
  const shown =
    typeset !== undefined && 'mathml' in typeset ? typeset.mathml : `<code class="tex">${escapeHtml(formula.tex)}</code>`;
  return `<span class="math ${formula.display ? 'display' : 'inline'}">${shown}</span>`;
}
