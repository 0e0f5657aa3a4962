/** Text that must not get out + the files of a site → where it would get out all the same. */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import type { Secret } from '../model/outline.ts';
import { foldLetters, notationOf } from './foldLetters.ts';
import { makeRuns, type Run, wordsOf } from './makeRuns.ts';
import { searchRuns } from './searchRuns.ts';

/** A secret, and a file of the site that holds words of it. */
export interface Leak {
  readonly secret: Secret;
  readonly path: string;
  /** The first of them, as they are written in the secret. */
  readonly words: string;
}

/**
 * One leak for each secret and file that holds five words of it in a row (all of it where it is shorter), however they
 * are written; in the order of the files. Words that `publicTexts` hold too are no secret: all that the author says in
 * public (addresses and attributes too), and the interface's own. Text of less than 12 letters is not looked for.
 */
export function findLeaks(
  secrets: readonly Secret[],
  publicTexts: readonly string[],
  files: Iterable<{ readonly path: string; readonly bytes: Uint8Array }>,
): readonly Leak[] {
  if (secrets.length === 0) return [];
  const runs = withoutPublic(secrets.flatMap(makeRuns), publicTexts);
  if (runs.length === 0) return [];
  const search = searchRuns(runs);
  const found = new Map<string, Map<Secret, Run>>();
  for (const { path, bytes } of files) {
    const inFile = found.get(path) ?? new Map<Secret, Run>();
    found.set(path, inFile);
    const onFound = (run: Run): unknown => inFile.has(run.secret) || inFile.set(run.secret, run);
    search(foldLetters(bytes, notationOf(path)), onFound);
    search(foldLetters(Buffer.from(path), 'text'), onFound);
  }
  return [...found].flatMap(([path, inFile]) => [...inFile].map(([secret, run]) => ({ secret, path, words: wordsOf(run) })));
}

/** One error of rule `private-text` for each secret that would get out, naming the files and the first words found. */
export function describeLeaks(leaks: readonly Leak[]): readonly Diagnostic[] {
  const bySecret = new Map<Secret, Leak[]>();
  for (const leak of leaks) bySecret.set(leak.secret, [...(bySecret.get(leak.secret) ?? []), leak]);
  return [...bySecret].map(([secret, found]) => {
    const files = listed(found.map((leak) => leak.path));
    const message = `Words of this ${secret.what} would be published in ${files}: “${found[0]?.words}”.`;
    return diagnose('private-text', secret.span, message, 'Take them out of there, or say them in public here too.');
  });
}

function withoutPublic(runs: readonly Run[], publicTexts: readonly string[]): readonly Run[] {
  const search = searchRuns(runs.map((run) => ({ ...run, exact: false, original: run })));
  const known = new Set<Run>();
  for (const text of publicTexts) search(foldLetters(Buffer.from(text), 'text'), (run) => known.add(run.original));
  return runs.filter((run) => !known.has(run));
}

function listed(paths: readonly string[]): string {
  const [first, second] = paths.map((path) => `“${path}”`);
  if (second === undefined) return first ?? '';
  return paths.length === 2 ? `${first} and ${second}` : `${first} and ${paths.length - 1} more files`;
}
