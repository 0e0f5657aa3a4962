/** The keys of a front matter → those that can be trusted, and a word on each of the others. */
import type { z } from 'zod';
import { type Diagnostic, diagnose, type Result } from '../../model/diagnostic.ts';
import { nearest } from '../../model/nearest.ts';
import type { Entry, Value } from '../value.ts';
import { plainValue } from '../value.ts';
import { checkFrom, extensionsOf } from './checkFrom.ts';
import { foreignTheme } from './foreignTheme.ts';
import { checkValue } from './checkValue.ts';
import { NOT_BUILT, REVEAL_MAPS, REVEAL_OPTIONS_OF_OURS, SAME_AS, WITHOUT_EFFECT } from './otherKeys.ts';

/** Where keys stand: which are known there, and what is said of those that belong elsewhere. */
export interface Scope {
  readonly keys: Readonly<Record<string, z.ZodType>>;
  /** Keys that are known elsewhere, where that is (“the course”), and what to do. */
  readonly elsewhere: { readonly keys: Readonly<Record<string, z.ZodType>>; readonly owner: string; readonly hint: string };
}

/** What was given by names that are known. */
export interface Given {
  /** By key as documented. A value without content is among them: it undoes a default. */
  readonly values: ReadonlyMap<string, Value>;
  /** Keys whose values cannot be trusted. */
  readonly wrong: ReadonlySet<string>;
}

/** An entry under its documented name; `name` is what the author wrote: `revealOptions.width`. */
export interface NamedEntry extends Entry {
  readonly name: string;
}

/** Keys that keep something back. They are never taken lightly: where one is misspelt, private text would get out. */
export const PRIVACY: ReadonlySet<string> = new Set(['draft', 'release', 'notes']);

/** Tells keys apart and checks the values of ours; `text` is the whole text of their file. */
export function checkKeys(entries: readonly Entry[], scope: Scope, text: string): Result<Given> {
  const values = new Map<string, Value>();
  const wrong = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const idle: NamedEntry[] = [];
  for (const entry of namedEntries(entries)) {
    const schema = Object.hasOwn(scope.keys, entry.key) ? scope.keys[entry.key] : undefined;
    const theme = /(?:^|\.)theme$/.test(entry.key) ? foreignTheme(entry.name, entry.value) : null;
    if (theme !== null) diagnostics.push(theme);
    else if (!schema) {
      if (WITHOUT_EFFECT.has(entry.key) || REVEAL_MAPS.has(entry.name.replace(/\..*/, ''))) idle.push(entry);
      else diagnostics.push(...checkOther(entry, scope));
    } else if (!values.has(entry.key) && !wrong.has(entry.key)) {
      const found = entry.key === 'from' ? checkFrom(entry) : checkValue(entry, schema, text);
      diagnostics.push(...found);
      if (found.some(({ rule }) => rule !== 'other-format')) wrong.add(entry.key);
      else values.set(entry.key, entry.value);
    }
  }
  return { value: { values, wrong }, diagnostics: [...diagnostics, ...withoutEffect(idle)] };
}

/** Our own keys first, then the names that other programs have for them. */
function namedEntries(entries: readonly Entry[]): readonly NamedEntry[] {
  const own: NamedEntry[] = [];
  const others: NamedEntry[] = [];
  for (const entry of entries) {
    const same = SAME_AS.get(entry.key);
    if (same) others.push({ ...entry, key: same, name: entry.key });
    else if (REVEAL_MAPS.has(entry.key) && entry.value.kind === 'map')
      others.push(...revealOptions(entry.key, entry.value.entries));
    else own.push({ ...entry, name: entry.key });
  }
  return [...own, ...others];
}

function revealOptions(map: string, entries: readonly Entry[]): readonly NamedEntry[] {
  return entries.map((entry) => {
    const name = `${map}.${entry.key}`;
    const key = SAME_AS.get(entry.key) ?? entry.key;
    return { ...entry, key: REVEAL_OPTIONS_OF_OURS.has(key) ? key : name, name };
  });
}

function checkOther(entry: NamedEntry, scope: Scope): readonly Diagnostic[] {
  const { key, keySpan } = entry;
  // what it says of a lecture without more is nothing
  if (key === 'from' && checkFrom(entry).every(({ severity }) => severity === 'info') && extensionsOf(entry.value) === undefined)
    return [];
  if (NOT_BUILT.has(key)) {
    return [diagnose('not-built', keySpan, `“${key}” is not built yet.`, 'Remove the key, and what stands under it.')];
  }
  if (Object.hasOwn(scope.elsewhere.keys, key)) {
    const severity = PRIVACY.has(key) ? 'error' : 'warning';
    return [
      diagnose(
        { rule: 'misplaced-key', severity },
        keySpan,
        `“${key}” is a key of ${scope.elsewhere.owner}.`,
        scope.elsewhere.hint,
      ),
    ];
  }
  return [unknownKey(entry, scope)];
}

function unknownKey(entry: NamedEntry, scope: Scope): Diagnostic {
  const near = nearest(entry.key, Object.keys(scope.keys));
  if (near === null)
    return diagnose(
      { rule: 'unknown-key', severity: 'info' },
      entry.keySpan,
      `“${entry.key}” is not a key of Lectern, and has no effect.`,
    );
  const leaks = PRIVACY.has(near) && scope.keys[near]?.safeParse(plainValue(entry.value)).success;
  const message = `“${entry.key}” is not a key of Lectern.`;
  return diagnose(
    { rule: 'unknown-key', severity: leaks ? 'error' : 'warning' },
    entry.keySpan,
    message,
    `Write “${near}” if that is meant.`,
  );
}

function withoutEffect(idle: readonly NamedEntry[]): readonly Diagnostic[] {
  const [first, ...others] = idle;
  if (!first) return [];
  const names = idle.map((entry) => `“${entry.name}”`);
  const message = `${listed(names)} ${others.length === 0 ? 'is' : 'are'} accepted, and without effect.`;
  return [diagnose('key-without-effect', first.keySpan, message)];
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
