/** pandoc's title block, `% Title`, `% Author; Author` and `% Date` as the first lines → the keys that they stand for. */
import type { SourceFile, Span } from '../model/source.ts';
import type { Entry, FrontMatter, ScalarValue } from './value.ts';

/** Up to three fields; a line that begins with white space goes on with the one before. */
const FIELD = /%[ \t]*([^\r\n]*(?:\r?\n[ \t]+[^\r\n]+)*)(?:\r?\n|$)/y;
const KEYS = ['title', 'author', 'date'] as const;

/** The title block of a file; null where it does not open with one. */
export function readTitleBlock({ path, text }: SourceFile): FrontMatter | null {
  const entries: Entry[] = [];
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  let end = start;
  for (const key of KEYS) {
    FIELD.lastIndex = end;
    const match = FIELD.exec(text);
    if (match === null) break;
    const field = match[1] ?? '';
    const from = match.index + match[0].indexOf(field, 1);
    const entry = entryOf(key, field, { path, start: from, end: from + field.length }, { path, start: end, end: end + 1 });
    if (entry !== null) entries.push(entry);
    end = FIELD.lastIndex;
  }
  return end === start ? null : { span: { path, start, end: start + text.slice(start, end).trimEnd().length }, entries };
}

function entryOf(key: (typeof KEYS)[number], field: string, span: Span, keySpan: Span): Entry | null {
  if (field.trim() === '') return null;
  if (key !== 'author') return { key, keySpan, value: scalar(field, span) };
  const items: ScalarValue[] = [];
  for (const match of field.matchAll(/[^;\n]+/g)) {
    const name = match[0].trim();
    const start = span.start + match.index + match[0].indexOf(name);
    if (name !== '') items.push(scalar(name, { ...span, start, end: start + name.length }));
  }
  return { key, keySpan, value: { kind: 'list', items, span } };
}

function scalar(written: string, span: Span): ScalarValue {
  const text = written.replace(/\s*\n\s*/g, ' ').trim();
  return { kind: 'scalar', value: text, text, span };
}
