/** The values of a front matter, each with its place: what YAML says, before anything is known of keys. */
import type { MarkdownText } from '../model/settings.ts';
import type { Span } from '../model/source.ts';

export interface ScalarValue {
  readonly kind: 'scalar';
  /** As YAML 1.2's core schema has it: dates and `12:30` are strings. Null: nothing is given. */
  readonly value: string | number | boolean | null;
  /** As the author wrote it, without quotes: `012` stays `012`. */
  readonly text: string;
  readonly span: Span;
}
export interface ListValue {
  readonly kind: 'list';
  readonly items: readonly Value[];
  readonly span: Span;
}
export interface MapValue {
  readonly kind: 'map';
  readonly entries: readonly Entry[];
  readonly span: Span;
}
export type Value = ScalarValue | ListValue | MapValue;

/** A key and its value; no key stands twice among the entries of one map. */
export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Value;
}

/** The front matter of one file. */
export interface FrontMatter {
  /** From the opening `---` to the end of the closing `---` or `...`, without a byte order mark and the last line end. */
  readonly span: Span;
  readonly entries: readonly Entry[];
}

/** The value as JSON would have it, for a schema to judge. What aliases share stays shared, so that no pile of them grows. */
export function plainValue(value: Value, known: Map<unknown, unknown> = new Map()): unknown {
  if (value.kind === 'scalar') return value.value;
  const parts = value.kind === 'list' ? value.items : value.entries;
  const plain =
    known.get(parts) ??
    (value.kind === 'list'
      ? value.items.map((item) => plainValue(item, known))
      : Object.fromEntries(value.entries.map((entry) => [entry.key, plainValue(entry.value, known)])));
  known.set(parts, plain);
  return plain;
}

/** The text of a scalar that may hold Markdown; `source` is the whole text of its file. */
export function markdownText(value: ScalarValue, source: string): MarkdownText {
  const text = value.text.trim();
  const at = source.slice(value.span.start, value.span.end).indexOf(text);
  return {
    text,
    span: value.span,
    offset: at < 0 ? null : value.span.start + at,
  };
}

/** The value of a key in a map; null where the key is not given, or given without a value. */
export function valueAt(map: MapValue, key: string): Value | null {
  const value = map.entries.find((entry) => entry.key === key)?.value ?? null;
  return value?.kind === 'scalar' && value.value === null ? null : value;
}

/** The text of a key in a map; null where it is not given, or no scalar. */
export function textAt(map: MapValue, key: string): string | null {
  const value = valueAt(map, key);
  return value?.kind === 'scalar' ? value.text.trim() : null;
}

/** The values of a list; a single value counts as a list of one. */
export function itemsOf(value: Value): readonly Value[] {
  return value.kind === 'list' ? value.items : [value];
}
