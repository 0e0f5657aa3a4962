/** One key's value against its schema → at most one diagnostic, at the exact words that do not fit. */
import type { z } from 'zod';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { plainValue, type Value } from '../value.ts';
import type { NamedEntry } from './checkKeys.ts';
import { expectation } from './kinds.ts';
import { LENIENT } from './lectureKeys.ts';

/** Nothing where the value fits, or is left out; `text` is the whole text of its file. */
export function checkValue(entry: NamedEntry, schema: z.ZodType, text: string): readonly Diagnostic[] {
  const { value, name } = entry;
  const severity = LENIENT.has(entry.key) ? 'warning' : 'error';
  if (value.kind === 'scalar' && value.value === null) {
    const comment = /^[ \t]*:[ \t]*(#[^\s#][^\r\n]*)/.exec(text.slice(entry.keySpan.end));
    if (!comment?.[1]) return [];
    const written = comment[1].trimEnd();
    const start = entry.keySpan.end + comment[0].length - comment[1].length;
    const span = { ...entry.keySpan, start, end: start + written.length };
    const message = `“${name}” is empty, since YAML takes “${written}” for a comment.`;
    return [diagnose({ rule: 'wrong-value', severity }, span, message, `Put the value in quotes: ${name}: "${written}".`)];
  }
  const result = schema.safeParse(plainValue(value));
  if (result.success) return [];
  const culprit = valueAtPath(value, deepestPath(result.error.issues));
  const message = `“${name}” is ${expectation(schema)}, and this is ${inWords(culprit)}.`;
  return [diagnose({ rule: 'wrong-value', severity }, culprit.span, message)];
}

/** The path that leads furthest into the value, as each branch of a union has its own idea of what is wrong. */
function deepestPath(issues: readonly z.core.$ZodIssue[]): readonly PropertyKey[] {
  let deepest: readonly PropertyKey[] = [];
  for (const issue of issues) {
    const inner = issue.code === 'invalid_union' ? issue.errors.map(deepestPath) : [];
    for (const path of [[], ...inner]) {
      if (issue.path.length + path.length > deepest.length) deepest = [...issue.path, ...path];
    }
  }
  return deepest;
}

/** Follows a path as far as there are values. */
function valueAtPath(value: Value, path: readonly PropertyKey[]): Value {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  const next =
    value.kind === 'list'
      ? value.items[Number(first)]
      : value.kind === 'map'
        ? value.entries.find((entry) => entry.key === first)?.value
        : undefined;
  return next ? valueAtPath(next, rest) : value;
}

function inWords(value: Value): string {
  if (value.kind !== 'scalar') return `a ${value.kind}`;
  const text = value.text.trim().replace(/\s+/g, ' ');
  if (text === '') return 'empty';
  return `“${text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text}”`;
}
