/** The list under `parts` → groups of lectures and links, with a word on every name that leads nowhere. */
import { addressOf } from '../../model/address.ts';
import { type Diagnostic, diagnose, type Result } from '../../model/diagnostic.ts';
import { nearest } from '../../model/nearest.ts';
import type { Part, PartItem } from '../../model/settings.ts';
import type { Span } from '../../model/source.ts';
import { itemsOf, type MapValue, type Value, textAt, valueAt } from '../value.ts';

/** A lecture that `parts` may name: its address, and its path under the folder of lectures without an extension. */
export interface Named {
  readonly address: string;
  readonly stem: string;
}

interface Reading {
  readonly lectures: readonly Named[];
  /** Where each lecture was named first. */
  readonly seen: Map<string, Span>;
  readonly diagnostics: Diagnostic[];
}

const ITEM_KEYS = ['name', 'title', 'week', 'date', 'extra'];
const LINK_KEYS = ['title', 'url', 'week', 'date', 'extra'];
const GROUP_KEYS = ['title', 'items'];
const EXTRA_KEYS = ['title', 'url'];

/** Items outside of any group make groups without a title. A name that leads nowhere, or stands twice, is left out. */
export function readParts(value: Value | null, lectures: readonly Named[]): Result<readonly Part[]> {
  if (value?.kind !== 'list') return { value: [], diagnostics: [] };
  const reading: Reading = { lectures, seen: new Map(), diagnostics: [] };
  const parts: Part[] = [];
  let loose: PartItem[] = [];
  for (const item of value.items) {
    const items = item.kind === 'map' ? valueAt(item, 'items') : null;
    if (item.kind === 'map' && items) {
      checkNames(item, GROUP_KEYS, reading);
      if (loose.length > 0) parts.push({ title: null, items: loose });
      loose = [];
      parts.push({ title: textAt(item, 'title'), items: itemsOf(items).flatMap((one) => readItem(one, reading)) });
    } else loose.push(...readItem(item, reading));
  }
  if (loose.length > 0) parts.push({ title: null, items: loose });
  return { value: parts, diagnostics: reading.diagnostics };
}

function readItem(value: Value, reading: Reading): readonly PartItem[] {
  if (value.kind === 'list') return [];
  if (value.kind === 'scalar') return lectureItem(value.text.trim(), value.span, null, reading);
  const name = valueAt(value, 'name');
  checkNames(value, name ? ITEM_KEYS : LINK_KEYS, reading);
  if (name) return lectureItem(textAt(value, 'name') ?? '', name.span, value, reading);
  const url = checkedUrl(value, reading);
  return url === null ? [] : [{ kind: 'link', target: url.text, ...detailsOf(value, reading), span: url.span }];
}

function lectureItem(name: string, span: Span, map: MapValue | null, reading: Reading): readonly PartItem[] {
  const address = addressFor(name, reading.lectures);
  if (address === null) {
    const near = nearestName(name, reading.lectures);
    const hint = near === null ? 'Name it as its file, or take it out of “parts”.' : `Write “${near}”.`;
    reading.diagnostics.push(diagnose('unknown-part', span, `There is no lecture “${name}”.`, hint));
    return [];
  }
  const first = reading.seen.get(address);
  if (first) {
    const related = [{ message: 'It stands here first.', span: first }];
    reading.diagnostics.push(
      diagnose('repeated-part', span, `“${name}” stands in “parts” twice.`, 'Keep one of the two.', related),
    );
    return [];
  }
  reading.seen.set(address, span);
  return [{ kind: 'lecture', target: address, ...detailsOf(map, reading), span }];
}

/** `01-lifecycle`, `01-lifecycle.md`, `slides/01-lifecycle.md` and `lifecycle` are all the lecture `lifecycle`. */
function addressFor(name: string, lectures: readonly Named[]): string | null {
  const stem = name.replace(/^\.?\/+/, '').replace(/\.(md|markdown|pdf|html)$/i, '');
  const wanted = [stem, stem.replace(/^slides\//, '')].map((path) => addressOf(`${path}.md`));
  return lectures.find((lecture) => wanted.includes(lecture.address))?.address ?? null;
}

/** The nearest name, with its number where the author wrote one. */
function nearestName(name: string, lectures: readonly Named[]): string | null {
  const stem = name.replace(/\.(md|markdown|pdf|html)$/i, '');
  const below = lectures.find((lecture) => lecture.address.endsWith(`/${addressOf(`${stem}.md`)}`));
  const names = /(^|\/)\d{2,3}-/.test(stem)
    ? lectures.map((lecture) => lecture.stem)
    : lectures.map((lecture) => lecture.address);
  return below?.address ?? nearest(stem, names);
}

function detailsOf(map: MapValue | null, reading: Reading): Omit<PartItem, 'kind' | 'target' | 'span'> {
  if (map === null) return { title: null, week: null, date: null, extra: [], weekSpan: null, dateSpan: null };
  const extra = valueAt(map, 'extra');
  return {
    title: textAt(map, 'title'),
    week: textAt(map, 'week'),
    date: textAt(map, 'date'),
    weekSpan: valueAt(map, 'week')?.span ?? null,
    dateSpan: valueAt(map, 'date')?.span ?? null,
    extra: extra ? itemsOf(extra).flatMap((item) => extraOf(item, reading)) : [],
  };
}

function extraOf(value: Value, reading: Reading): PartItem['extra'] {
  if (value.kind !== 'map') return [];
  checkNames(value, EXTRA_KEYS, reading);
  const url = checkedUrl(value, reading);
  return url === null ? [] : [{ title: textAt(value, 'title') ?? url.text, url: url.text, span: url.span }];
}

function checkedUrl(map: MapValue, reading: Reading): { text: string; span: Span } | null {
  const text = textAt(map, 'url') ?? '';
  const span = valueAt(map, 'url')?.span ?? map.span;
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined || ['http', 'https', 'mailto'].includes(scheme)) return { text, span };
  reading.diagnostics.push(diagnose('wrong-value', span, `“${text}” is no address that a page may lead to.`));
  return null;
}

function checkNames(map: MapValue, names: readonly string[], reading: Reading): void {
  for (const entry of map.entries) {
    if (names.includes(entry.key)) continue;
    const near = nearest(entry.key, names);
    const hint = near === null ? `Known are ${names.join(', ')}.` : `Write “${near}” if that is meant.`;
    reading.diagnostics.push(diagnose('unknown-key', entry.keySpan, `“${entry.key}” is not known in “parts”.`, hint));
  }
}
