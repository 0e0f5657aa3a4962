/** Diagnostics → SARIF 2.1.0, which code hosts and editors read: the rules with the catalogue's words, findings by place. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Severity } from '../model/rule.ts';
import { RULES } from '../model/rules.ts';
import type { Span } from '../model/source.ts';
import { createLocator, type Place, type ReadText } from './locate.ts';
import type { PlainOptions } from './reportJson.ts';
import { sortDiagnostics } from './sortDiagnostics.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>;

export interface SarifOptions extends PlainOptions {
  /** Of this program. */
  readonly version: string;
}

/**
 * One run, sorted, with a line end. Addresses are relative to where the command is given; lines and columns are 1-based,
 * columns in UTF-16 units, the end is exclusive. A diagnostic without a place has no location.
 */
export function reportSarif(diagnostics: readonly Diagnostic[], readText: ReadText, options: SarifOptions): string {
  const locate = createLocator(readText, options.prefix ?? '');
  const names = Object.keys(RULES);
  const results = sortDiagnostics(diagnostics).map((one) => ({
    ruleId: one.rule,
    ...(names.includes(one.rule) && { ruleIndex: names.indexOf(one.rule) }),
    level: LEVELS[one.severity],
    message: { text: [one.message, one.hint ?? ''].join('\n').trim() },
    ...(one.span !== null && { locations: [location(one.span, locate)] }),
    ...(one.related.length > 0 && {
      relatedLocations: one.related.map(({ span, message }, id) => ({
        id,
        ...location(span, locate),
        message: { text: message },
      })),
    }),
  }));
  const driver = { name: 'Lectern', version: options.version, rules: Object.entries(RULES).map(describeRule) };
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results };
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

function describeRule([id, { severity, summary, reason, wrong, right }]: [string, (typeof RULES)[keyof typeof RULES]]) {
  const short = `${summary.replaceAll('`', '').replace(/^./, (first) => first.toUpperCase())}.`;
  return {
    id,
    shortDescription: { text: short },
    fullDescription: { text: reason.replaceAll('`', '') },
    help: { text: `${short} ${reason.replaceAll('`', '')}\n\nWrong:\n\n${wrong}\n\nRight:\n\n${right}` },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function location(span: Span, locate: (span: Span) => Place) {
  const { path, start, end } = locate(span);
  const artifactLocation = { uri: path.split('/').map(encodeURIComponent).join('/') };
  if (start === null || end === null) return { physicalLocation: { artifactLocation } };
  const region = { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  return { physicalLocation: { artifactLocation, region } };
}
