/** What front matter gives about citations → how they are read and formatted; null where a lecture has no sources. */
import type { CitationSettings, NamedFile } from '../../model/citation.ts';
import { cslSource } from '../bibliography/cslSource.ts';
import { itemsOf, plainValue, type ScalarValue, type Value } from '../value.ts';

/** `given` holds the values that say something, by key. */
export function citationSettings(given: ReadonlyMap<string, Value>): CitationSettings | null {
  const processed = truthOf(given.get('citeproc'));
  const sources = referencesOf(given.get('references'));
  const bibliography = filesOf(given.get('bibliography'));
  if (processed !== true && bibliography.length === 0 && !given.has('references')) return null;
  return {
    processed: processed !== false,
    bibliography,
    sources,
    style: filesOf(given.get('csl'))[0] ?? null,
    uncited: uncitedIn(given.get('nocite')),
    linked: truthOf(given.get('link-citations')),
    listed: truthOf(given.get('suppress-bibliography')) !== true,
    title: scalarOf(given.get('reference-section-title'))?.text.trim() ?? null,
  };
}

function filesOf(value: Value | undefined): readonly NamedFile[] {
  return scalarsOf(value).map(({ text, span }) => ({ address: text.trim(), span }));
}

function referencesOf(value: Value | undefined): CitationSettings['sources'] {
  if (value === undefined) return [];
  return itemsOf(value).flatMap((item) => cslSource(plainValue(item), item.span, true) ?? []);
}

const KEY = /@(?:\{([^{}\s]+)\}|(\*|[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*))/gu;

/** The keys that a text names; where it is not plain in its file, their place is that of the whole. */
function uncitedIn(value: Value | undefined): CitationSettings['uncited'] {
  return scalarsOf(value).flatMap(({ text, span }) =>
    [...text.matchAll(KEY)].map(([, odd, key]) => ({ key: odd ?? key ?? '', span })),
  );
}

function scalarsOf(value: Value | undefined): readonly ScalarValue[] {
  return value === undefined ? [] : itemsOf(value).flatMap((item) => scalarOf(item) ?? []);
}

function scalarOf(value: Value | undefined): ScalarValue | null {
  return value?.kind === 'scalar' ? value : null;
}

/** Null where it is not given. */
function truthOf(value: Value | undefined): boolean | null {
  const scalar = scalarOf(value);
  return scalar === null ? null : /^(y|yes|true|on)$/i.test(scalar.text.trim());
}
