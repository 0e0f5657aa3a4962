/** A source as CSL JSON or pandoc's YAML describes it → one that can be formatted: dates and names in CSL's form, marks as tags. */
import type { Source } from '../../model/citation.ts';
import type { Span } from '../../model/source.ts';
import { cslDate } from './cslDate.ts';

const DATES: ReadonlySet<string> = new Set(['issued', 'accessed', 'event-date', 'original-date', 'submitted', 'available-date']);
const NAMES: ReadonlySet<string> = new Set(
  'author editor translator director container-author collection-editor composer contributor editorial-director illustrator interviewer original-author producer recipient reviewed-author'.split(
    ' ',
  ),
);
const PLAIN: ReadonlySet<string> = new Set(['id', 'type', 'DOI', 'URL', 'ISBN', 'ISSN', 'language', 'citation-key']);

type Fields = Readonly<Record<string, unknown>>;

/** Null where it is no map, or has no `id`. `marked`: texts are Markdown, as in YAML. */
export function cslSource(value: unknown, span: Span, marked: boolean): Source | null {
  if (!isFields(value)) return null;
  const given = value['id'] ?? value['citation-key'];
  if (typeof given !== 'string' && typeof given !== 'number') return null;
  const id = String(given);
  const fields = Object.entries(value).map(([name, one]) => [name, fieldOf(name, one, marked)]);
  return { id, span, fields: { type: 'document', ...Object.fromEntries(fields), id } };
}

function fieldOf(name: string, value: unknown, marked: boolean): unknown {
  if (DATES.has(name)) return dateOf(value);
  if (NAMES.has(name)) return (Array.isArray(value) ? value : [value]).map(nameOf);
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || PLAIN.has(name)) return value;
  return marked ? tagged(value) : value;
}

/** `2020`, `2020-05-04`, `{year: 2020, month: 5}`, a list of those, or CSL's own form. */
function dateOf(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'string') return cslDate(String(value));
  const list = Array.isArray(value) ? value : [value];
  const years = list.flatMap((one) => (isFields(one) && one['year'] !== undefined ? [one] : []));
  if (years.length === 0) return isFields(value) && typeof value['raw'] === 'string' ? cslDate(value['raw']) : value;
  return {
    'date-parts': years.map(({ year, month, day }) => [year, month, day].filter((part) => part !== undefined).map(Number)),
  };
}

function nameOf(value: unknown): unknown {
  return typeof value === 'string' ? { literal: value } : value;
}

/** The marks of Markdown that a title may have. */
function tagged(text: string): string {
  return text
    .replace(/\*\*([^*]+)\*\*/g, '<b>$1</b>')
    .replace(/(?<![\p{L}\p{N}*])[*_]([^*_]+)[*_](?![\p{L}\p{N}])/gu, '<i>$1</i>')
    .replace(/\^([^\s^]+)\^/g, '<sup>$1</sup>');
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
