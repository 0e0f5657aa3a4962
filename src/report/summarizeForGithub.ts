/** Diagnostics → the summary of a step of GitHub's workflows, in its Markdown: counts, and a table of all. */
import type { Diagnostic } from '../model/diagnostic.ts';
import { createLocator, type Place, type ReadText } from './locate.ts';
import type { PlainOptions } from './reportJson.ts';
import { sortDiagnostics } from './sortDiagnostics.ts';
import { summarize } from './summarize.ts';

/** GitHub takes a summary of at most 1 MiB. */
const MOST = 500;

/** Sorted, with a line end; of very many findings the first, and how many more there are. */
export function summarizeForGithub(diagnostics: readonly Diagnostic[], readText: ReadText, options: PlainOptions = {}): string {
  const locate = createLocator(readText, options.prefix ?? '');
  const rows = sortDiagnostics(diagnostics)
    .slice(0, MOST)
    .map(({ severity, rule, span, message }) => {
      const where = span === null ? '' : `<code>${withoutMarks(placeName(locate(span)))}</code>`;
      return `| ${severity} | \`${rule}\` | ${where} | ${withoutMarks(message)} |\n`;
    });
  const table = rows.length === 0 ? [] : ['\n| | rule | where | what |\n| --- | --- | --- | --- |\n', ...rows];
  const more = diagnostics.length > MOST ? [`\nAnd ${diagnostics.length - MOST} more.\n`] : [];
  return ['## Lectern\n\n', `${summarize(diagnostics)}\n`, ...table, ...more].join('');
}

function placeName({ path, start }: Place): string {
  return start === null ? path : `${path}:${start.line}:${start.column}`;
}

/** Messages hold the author's words: nothing in them is a mark. */
function withoutMarks(text: string): string {
  const line = text.replace(/[\r\n]+/g, ' ');
  return line.replace(/[&<>"|\\`*_[\]{}#~@$]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
