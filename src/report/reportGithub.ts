/** Diagnostics → GitHub's workflow commands, which show them at their lines in a pull request. */
import type { Diagnostic } from '../model/diagnostic.ts';
import { createLocator, type Place, type ReadText } from './locate.ts';
import type { PlainOptions } from './reportJson.ts';
import { sortDiagnostics } from './sortDiagnostics.ts';

const COMMAND = { error: 'error', warning: 'warning', info: 'notice' } as const;

/**
 * One line for each diagnostic, sorted: `::error file=…,line=…,endLine=…,col=…,endColumn=…,title=rule::message`, with
 * hint and related places on lines of their own inside the message. Columns are left out where the span covers more
 * than one line, since GitHub then refuses them.
 */
export function reportGithub(diagnostics: readonly Diagnostic[], readText: ReadText, options: PlainOptions = {}): string {
  const locate = createLocator(readText, options.prefix ?? '');
  const commands = sortDiagnostics(diagnostics).map((diagnostic) => {
    const place = diagnostic.span === null ? [] : placeProperties(locate(diagnostic.span));
    const properties = [...place, `title=${escapeProperty(diagnostic.rule)}`].join(',');
    return `::${COMMAND[diagnostic.severity]} ${properties}::${escapeData(messageLines(diagnostic, locate).join('\n'))}\n`;
  });
  return commands.join('');
}

function placeProperties({ path, start, end }: Place): readonly string[] {
  const file = `file=${escapeProperty(path)}`;
  if (start === null || end === null) return [file];
  const lines = [file, `line=${start.line}`, `endLine=${end.line}`];
  return start.line === end.line ? [...lines, `col=${start.column}`, `endColumn=${end.column}`] : lines;
}

function messageLines(diagnostic: Diagnostic, locate: (span: NonNullable<Diagnostic['span']>) => Place): readonly string[] {
  const related = diagnostic.related.map((other) => {
    const { path, start } = locate(other.span);
    return `${path}${start === null ? '' : `:${start.line}`}: ${other.message}`;
  });
  return [diagnostic.message, ...(diagnostic.hint === null ? [] : [diagnostic.hint]), ...related];
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
