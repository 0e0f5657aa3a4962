/** What travels with one parse of a text, fresh for each. */
import type { Extensions } from '../model/extensions.ts';
import type { Environment } from './tokens.ts';

/** An empty environment that hands diagnostics on; without `extensions`, pandoc's own. */
export function createEnvironment(
  report: Environment['report'],
  extensions?: Extensions,
): Environment & Record<string | symbol, unknown> {
  return {
    report,
    extensions,
    isTaken: () => false,
    openDivisions: 0,
    openDetails: 0,
    openCells: 0,
    macros: [],
    footnotes: new Set(),
    citing: false,
    inFootnote: false,
    definitions: new Map(),
    examples: new Map(),
    exampleCount: 0,
    headings: new Set(),
  };
}
