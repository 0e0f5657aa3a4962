/** A formula → MathML, with its TeX in an annotation; the typesetting is Temml's. */
import temml from 'temml';
import type { Formula } from '../model/blocks.ts';
import { escapeHtml } from './escape.ts';
import type { Writing } from './writing.ts';

export function writeFormula(formula: Formula, writing: Writing): string {
  const { display, tex } = formula;
  const known = writing.formulas.get(formula);
  if (known !== undefined) return known;
  const html = `<span class="math ${display ? 'display' : 'inline'}">${typeset(tex, display, writing.macros)}</span>`;
  writing.formulas.set(formula, html);
  return html;
}

/** What cannot be typeset is shown as it was written. */
function typeset(tex: string, display: boolean, macros: string): string {
  try {
    return temml.renderToString(tex, {
      displayMode: display,
      annotate: true,
      throwOnError: true,
      macros: temml.definePreamble(macros),
    });
  } catch {
    return `<code class="tex">${escapeHtml(tex)}</code>`;
  }
}
