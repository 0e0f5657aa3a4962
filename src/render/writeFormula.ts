/** A formula, as it was typeset → HTML. */
import type { Formula } from '../model/blocks.ts';
import { escapeHtml } from './escape.ts';
import { word, type Writing } from './writing.ts';

/** A formula with more TeX than this may be wider than a phone: then it scrolls alone, by keyboard too. */
const LONG = 40;

/** What cannot be typeset is shown as it was written. */
export function writeFormula(formula: Formula, writing: Writing): string {
  const typeset = writing.formulas.get(formula);
  const shown =
    typeset !== undefined && 'mathml' in typeset ? typeset.mathml : `<code class="tex">${escapeHtml(formula.tex)}</code>`;
  const kind = formula.display ? 'display' : 'inline';
  if (writing.view === 'deck' || formula.tex.length <= LONG) return `<span class="math ${kind}">${shown}</span>`;
  return `<span class="math ${kind} wide" tabindex="0" role="group" aria-label="${word(writing, 'formula')}">${shown}</span>`;
}
