/** What the program says on the terminal: reports, refusals, progress. */
import { relative } from 'node:path';
import { createColors } from 'picocolors';
import type { CourseWork } from './pipeline.ts';
import { readSource } from './read/readSource.ts';
import type { ReadText } from './report/locate.ts';
import { reportProblems } from './report/reportProblems.ts';
import { reportText } from './report/reportText.ts';

/** Colour is for a terminal, and not where `NO_COLOR` is set. */
export function isColoured(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY === true && !process.env['NO_COLOR'];
}

/** A word in red, for the terminal's error stream. */
export function red(text: string): string {
  return createColors(isColoured(process.stderr)).red(text);
}

/** Says why a command line is refused, and what to write instead. */
export function announceRefusal(message: string, hint: string): void {
  console.error(`${red('lectern:')} ${message}\n${hint}`);
}

/** A path as the author would write it from where they stand. */
export function fromHere(path: string): string {
  return relative(process.cwd(), path) || '.';
}

/** What is wrong with a course, as text for the stream; empty where nothing is. */
export function describeTrouble(work: Pick<CourseWork, 'input' | 'diagnostics'>, stream: NodeJS.WriteStream): string {
  if (work.diagnostics.length === 0) return '';
  return reportText(work.diagnostics, sourcesOf(work), { colour: isColoured(stream), prefix: prefixOf(work) });
}

/** What is wrong with a course, for a terminal, with colour or without, and for the pages that show it while it is written. */
export function describeForDev(colour: boolean) {
  return (work: Pick<CourseWork, 'input' | 'diagnostics'>) => {
    const { diagnostics } = work;
    const report = diagnostics.length === 0 ? '' : reportText(diagnostics, sourcesOf(work), { colour, prefix: prefixOf(work) });
    return { report, ...reportProblems(diagnostics, sourcesOf(work)) };
  };
}

/** What a course's paths begin with, from where the author stands. */
export function prefixOf({ input }: Pick<CourseWork, 'input'>): string {
  const prefix = relative(process.cwd(), input.root);
  return prefix === '' ? '' : `${prefix}/`;
}

/** The texts that reports quote. */
export function sourcesOf({ input }: Pick<CourseWork, 'input'>): ReadText {
  return (path) => {
    try {
      return readSource(input.root, path).text;
    } catch {
      return null;
    }
  };
}

/** The same of links to other hosts, which take longer. */
export function announceLinks(done: number, all: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(done < all ? `\r${done} of ${all} links` : '\r\u001B[K');
}

/** The same of slides that are played. */
export function announceSlides(done: number, all: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(done < all ? `\r\u001B[Kslide ${done} of ${all}` : '\r\u001B[K');
}

/** The same of pages that a browser looks at. */
export function announcePages(done: number, all: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(done < all ? `\r${done} of ${all} pages in a browser` : '\r\u001B[K');
}

/** On a terminal, one line that counts; elsewhere silence, because the last line says it all. */
export function announceProgress(done: number, all: number): void {
  if (!process.stderr.isTTY || all < 16) return;
  process.stderr.write(done < all ? `\r${done} of ${all} lectures` : '\r\u001B[K');
}
