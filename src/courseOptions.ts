/** The options of a command line → what a course is worked on with. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { announceProgress } from './announce.ts';
import type { Run } from './commandLine.ts';
import type { BuildOptions, RevealOptions } from './model/client.ts';
import type { CourseOptions } from './pipeline.ts';

/** Why a command line is refused. */
export interface Refusal {
  readonly message: string;
  readonly hint: string;
}

export interface SettledCourse extends CourseOptions {
  /** Absolute path of the output. */
  readonly out: string;
}

const HERE = dirname(fileURLToPath(import.meta.url));

/** The course that a command is about, with its options; or why it is refused. */
export function settleCourse(run: Run): SettledCourse | Refusal {
  const argument = resolve(run.positionals[0] ?? '.');
  if (run.positionals.length > 1) return tooMany(run);
  if (!existsSync(argument))
    return { message: `There is no “${run.positionals[0]}”.`, hint: 'Name a folder of Markdown lectures, or one Markdown file.' };
  const build = buildOptions(run);
  if ('message' in build) return build;
  return { argument, build, out: outOf(run), client: join(HERE, 'client'), onProgress: announceProgress };
}

/** Why two courses are one too many. */
export function tooMany(run: Run): Refusal {
  return { message: `Only one course at a time: “${run.positionals[1]}” is too much.`, hint: 'Quote a name with spaces.' };
}

/** Where the site is, or goes: absolute. */
export function outOf(run: Run): string {
  const { out } = run.options;
  return typeof out === 'string' ? resolve(out) : join(folderOf(resolve(run.positionals[0] ?? '.')), 'dist');
}

/** The folder of a course: where its one file stands, if it is one. */
export function folderOf(argument: string): string {
  return existsSync(argument) && statSync(argument).isFile() ? dirname(argument) : argument;
}

/** The port that is asked for, or why it is none. */
export function settlePort({ options }: Run): number | Refusal {
  const port = Number(options['port'] ?? 4000);
  const fine = Number.isInteger(port) && port > 0 && port < 65536;
  return fine ? port : { message: `“${String(options['port'])}” is no port.`, hint: 'Give a number from 1 to 65535.' };
}

/** The version of this program, as its package names it. */
export function ownVersion(): string {
  const { version } = JSON.parse(readFileSync(join(HERE, '..', 'package.json'), 'utf8')) as { readonly version: string };
  return version;
}

function buildOptions({ command, options }: Run): BuildOptions | Refusal {
  const asOf = options['as-of'] ?? new Date().toISOString().slice(0, 10);
  if (!isDate(asOf)) return { message: `“${String(asOf)}” is no date.`, hint: 'Write it as 2026-10-05.' };
  const level = options['slide-level'];
  if (level !== undefined && !/^[0-6]$/.test(String(level)))
    return { message: `“${String(level)}” is no slide level.`, hint: 'Give a number from 0 to 6.' };
  const reveal = revealOptions(options);
  if ('message' in reveal) return reveal;
  const dev = command === 'dev';
  return {
    asOf,
    drafts: dev || options['drafts'] === true,
    privateNotes: options['private-notes'] === true,
    slideLevel: level === undefined ? null : Number(level),
    reveal,
    url: typeof options['url'] === 'string' ? options['url'].replace(/\/*$/, '/') : null,
    dev,
    version: ownVersion(),
  };
}

function revealOptions(options: Run['options']): RevealOptions | Refusal {
  const dialect = options['dialect'] ?? null;
  if (dialect !== null && dialect !== 'pandoc' && dialect !== 'reveal')
    return { message: `“${String(dialect)}” is no dialect.`, hint: 'Give “pandoc” or “reveal”.' };
  const pattern = (name: string): string | null => (typeof options[name] === 'string' ? options[name] : null);
  const [separator, vertical, notes] = SEPARATORS.map(pattern);
  const wrong = SEPARATORS.find((name) => !isExpression(pattern(name) ?? ''));
  if (wrong !== undefined)
    return {
      message: `“${pattern(wrong)}”, given as “--${wrong}”, is no regular expression.`,
      hint: `Write one such as “--${wrong}='^---$'”.`,
    };
  return { dialect, separator: separator ?? null, vertical: vertical ?? null, notes: notes ?? null };
}

const SEPARATORS = ['separator', 'separator-vertical', 'separator-notes'] as const;

function isExpression(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'mg') instanceof RegExp;
  } catch {
    return false;
  }
}

/** Whether it is a day of the calendar, as ISO writes it. */
function isDate(value: string | true): value is string {
  if (value === true || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
