/** What a lecture's front matter gives, over the course's defaults → its settings, every default filled in. */
import type { RevealOptions } from '../../model/client.ts';
import type { LectureSettings, MarkdownText } from '../../model/settings.ts';
import type { Span } from '../../model/source.ts';
import { extensionsOf } from '../keys/checkFrom.ts';
import type { Given } from '../keys/checkKeys.ts';
import { TRANSITIONS } from '../keys/lectureKeys.ts';
import { itemsOf, markdownText, type ScalarValue, type Value, valueAt } from '../value.ts';
import { type RevealTool, revealSettings } from './revealSettings.ts';
import { citationSettings } from './citationSettings.ts';
import { titleSlideAttributes } from './titleSlideAttributes.ts';

/** The texts of the files that values stand in, by path: positions inside a value are looked up there. */
export type Texts = ReadonlyMap<string, string>;

/** What a lecture has where neither its own front matter nor the course's says anything. */
export interface Otherwise {
  readonly kind: 'lecture' | 'page';
  readonly lang: string;
  /** The program for reveal.js's Markdown that has a file of options in the course. */
  readonly tool?: RevealTool | null;
  /** From the command line. */
  readonly reveal?: RevealOptions | null;
}

/**
 * The settings of a lecture; `layers` go from the weakest to the strongest. A value that was wrong never publishes what
 * may have been meant to be kept back: a wrong `draft` or `release` makes a draft, wrong `notes` are private.
 */
export function lectureSettings(layers: readonly Given[], otherwise: Otherwise, texts: Texts): LectureSettings {
  const values = new Map(layers.flatMap((layer) => [...layer.values]));
  const wrong = new Set(layers.flatMap((layer) => [...layer.wrong]));
  const given = givenValues(values);
  const scalar = (key: string): ScalarValue | null => scalarOf(given.get(key));
  const text = (key: string): string | null => scalar(key)?.text.trim() ?? null;
  const markdown = (key: string): MarkdownText | null => markdownOf(given.get(key), texts);
  const several = (key: string): readonly ScalarValue[] => scalarsOf(given.get(key));
  const kind = text('kind');
  const extensions = extensionsOf(given.get('from'));
  const citations = citationSettings(given);
  return {
    title: markdown('title'),
    subtitle: markdown('subtitle'),
    authors: authorsOf(given.get('author'), texts),
    date: markdown('date'),
    lang: text('lang') ?? otherwise.lang,
    description: text('description'),
    status: text('status') === 'wip' ? 'wip' : null,
    eta: text('eta'),
    release: text('release'),
    draft: isTrue(scalar('draft')) || wrong.has('draft') || wrong.has('release'),
    kind: given.has('file') ? 'file' : kind === 'page' || kind === 'lecture' ? kind : otherwise.kind,
    duration: numberOf(scalar('duration')),
    tags: several('tags').flatMap((tag) =>
      tag.text
        .split(',')
        .map((word) => word.trim())
        .filter(Boolean),
    ),
    redirectFrom: several('redirect-from').map((address) => address.text.trim()),
    reviewBy: text('review-by'),
    notes: text('notes') === 'private' || wrong.has('notes') ? 'private' : 'public',
    slideLevel: numberOf(scalar('slide-level')),
    incremental: isTrue(scalar('incremental')),
    ...(extensions && { extensions }),
    reveal: revealSettings(values, otherwise.tool ?? null, otherwise.reveal ?? null),
    file: text('file'),
    // reveal-md has several in one text: `a.css,b.css`
    css: several('css').flatMap(({ text: paths, span }) =>
      paths.split(/(?<=\.css\s*),/i).map((path) => ({ address: path.trim(), span })),
    ),
    ...(citations && { citations }),
    width: numberOf(scalar('width')) ?? 1280,
    height: numberOf(scalar('height')) ?? 720,
    transition: TRANSITIONS.find((name) => name === text('transition')) ?? 'none',
    titleSlideAttributes: titleSlideAttributes(given.get('title-slide-attributes')),
    spans: spansOf(given),
  };
}

/** The names of authors, each a text that may hold Markdown. */
export function authorsOf(value: Value | undefined, texts: Texts): readonly MarkdownText[] {
  if (!value) return [];
  const names = itemsOf(value).map((item) => (item.kind === 'map' ? valueAt(item, 'name') : item));
  return names.flatMap((name) => markdownOf(name ?? undefined, texts) ?? []);
}

/** The values that say something. */
export function givenValues(values: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  return new Map(
    [...values].filter(([, value]) => value.kind !== 'scalar' || (value.value !== null && value.text.trim() !== '')),
  );
}

/** A value that is one scalar; null for anything else. */
export function scalarOf(value: Value | undefined): ScalarValue | null {
  return value?.kind === 'scalar' ? value : null;
}

/** The scalars of a value that is one, or a list of them. */
export function scalarsOf(value: Value | undefined): readonly ScalarValue[] {
  return value ? itemsOf(value).flatMap((item) => scalarOf(item) ?? []) : [];
}

function markdownOf(value: Value | undefined, texts: Texts): MarkdownText | null {
  const scalar = scalarOf(value);
  return scalar && scalar.text.trim() !== '' ? markdownText(scalar, texts.get(scalar.span.path) ?? '') : null;
}

function isTrue(value: ScalarValue | null): boolean {
  return value !== null && /^(y|yes|true|on)$/i.test(value.text.trim());
}

function numberOf(value: ScalarValue | null): number | null {
  return value === null ? null : Number(value.value);
}

function spansOf(given: ReadonlyMap<string, Value>): ReadonlyMap<string, Span> {
  return new Map([...given].map(([key, value]) => [key, value.span]));
}
