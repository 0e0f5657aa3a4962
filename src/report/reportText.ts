/** Diagnostics → words for people at a terminal: each with its source lines and what to do, and a count at the end. */
import picocolors from 'picocolors';
import type { Diagnostic } from '../model/diagnostic.ts';
import { createLocator, type Place, type ReadText } from './locate.ts';
import { sortDiagnostics } from './sortDiagnostics.ts';
import { type Colors, sourceFrame } from './sourceFrame.ts';
import { summarize } from './summarize.ts';

export interface TextOptions {
  readonly colour: boolean;
  /** Goes before every path as it is: `course/` where the course does not stand in the working directory. */
  readonly prefix?: string;
}

/** The whole report, sorted, with a line end after its last line. `readText` gives the files that the spans name. */
export function reportText(diagnostics: readonly Diagnostic[], readText: ReadText, options: TextOptions): string {
  const colors = picocolors.createColors(options.colour);
  const locate = createLocator(readText, options.prefix ?? '');
  const reports = sortDiagnostics(diagnostics).map((diagnostic) => {
    const paint = painter(diagnostic, colors);
    return [
      `${paint(`${diagnostic.severity}[${diagnostic.rule}]`)}: ${colors.bold(printable(diagnostic.message))}`,
      ...(diagnostic.span === null ? [] : placeLines(locate(diagnostic.span), colors, paint)),
      ...(diagnostic.hint === null ? [] : [`  ${colors.dim('=')} ${colors.cyan('help')}: ${printable(diagnostic.hint)}`]),
      ...diagnostic.related.map((other) => `  ${colors.dim('=')} ${placeName(locate(other.span))}: ${printable(other.message)}`),
      '',
    ].join('\n');
  });
  return [...reports, `${summarize(diagnostics)}\n`].join('\n');
}

function placeLines(place: Place, colors: Colors, paint: (text: string) => string): readonly string[] {
  return [`  ${colors.dim('-->')} ${placeName(place)}`, ...sourceFrame(place, colors, paint)];
}

function placeName(place: Place): string {
  const path = printable(place.path);
  return place.start === null ? path : `${path}:${place.start.line}:${place.start.column}`;
}

function painter(diagnostic: Diagnostic, colors: Colors): (text: string) => string {
  const paint = {
    error: colors.red,
    warning: colors.yellow,
    info: colors.blue,
  }[diagnostic.severity];
  return (text) => colors.bold(paint(text));
}

/** Messages hold the author's words: nothing in them may steer the terminal. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '�');
}
