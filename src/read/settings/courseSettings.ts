/** What the course's front matter gives → its settings, every default filled in; its parts still as written. */
import type { CourseSettings, Logo } from '../../model/settings.ts';
import type { Given } from '../keys/checkKeys.ts';
import { itemsOf, textAt, type Value, valueAt } from '../value.ts';
import { authorsOf, givenValues, scalarOf, scalarsOf } from './lectureSettings.ts';

/** All settings of a course but those that have diagnostics of their own. */
export type CourseSettingsWithoutParts = Omit<CourseSettings, 'parts' | 'rules'>;

/** `title` is the title of a course that gives none; `url` the one from the command line; `index` the path of its file. */
export function courseSettings(
  given: Given,
  otherwise: { readonly title: string; readonly url: string | null; readonly index: string | null },
): CourseSettingsWithoutParts {
  const values = givenValues(given.values);
  const text = (key: string): string | null => scalarOf(values.get(key))?.text.trim() ?? null;
  const scheme = text('scheme');
  const url = otherwise.url ?? text('url');
  return {
    title: text('title') ?? otherwise.title,
    subtitle: text('subtitle'),
    authors: authorsOf(values.get('author'), new Map()).map((author) => author.text),
    date: text('date'),
    dateSpan: values.get('date')?.span ?? null,
    lang: text('lang') ?? 'en',
    description: text('description'),
    url: url === null ? null : url.replace(/\/*$/, '/'),
    repository: text('repository')?.replace(/\/+$/, '') ?? null,
    license: text('license'),
    accent: text('accent'),
    accentSpan: values.get('accent')?.span ?? null,
    scheme: scheme === 'dark' || scheme === 'auto' ? scheme : 'light',
    logos: values.has('logo') ? itemsOf(values.get('logo') as Value).map(logoOf) : [],
    css: scalarsOf(values.get('css')).map((address) => ({ address: address.text.trim(), span: address.span })),
    remote: text('remote') === 'ask' ? 'ask' : 'allow',
    index: otherwise.index,
  };
}

function logoOf(value: Value): Logo {
  if (value.kind !== 'map') return { image: scalarOf(value)?.text.trim() ?? '', link: null, alt: '', span: value.span };
  const span = valueAt(value, 'image')?.span ?? value.span;
  return { image: textAt(value, 'image') ?? '', link: textAt(value, 'link'), alt: textAt(value, 'alt') ?? '', span };
}
