/** What travels with one parse of a text, fresh for each. */
import type { Environment } from './tokens.ts';

/** An empty environment that hands diagnostics on. */
export function createEnvironment(report: Environment['report']): Environment & Record<string | symbol, unknown> {
  return {
    report,
    openDivisions: 0,
    openDetails: 0,
    macros: [],
    footnotes: new Set(),
    inFootnote: false,
    examples: new Map(),
    exampleCount: 0,
    headings: new Set(),
  };
}
