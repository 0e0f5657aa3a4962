/** A page → what others show of a link to it: Open Graph's title, description and picture (https://ogp.me/). */
import { remembered } from '../model/remembered.ts';
import { PICTURE_HEIGHT, PICTURE_WIDTH, type SharePicture } from '../model/sharePicture.ts';
import { escapeHtml } from './escape.ts';

export interface Shared {
  /** The page's whole address; null where the site's is unknown. */
  readonly address: string | null;
  /** The same of its picture. */
  readonly picture: string | null;
  readonly kind: 'website' | 'article';
  readonly title: string;
  readonly description: string | null;
  /** The course's title. */
  readonly site: string;
  readonly lang: string;
  /** ISO date-time; null where unknown. */
  readonly changed: string | null;
}

/** What a link to a lecture's page shows. */
export interface Sharing {
  /** Only asked for where it is named. */
  readonly picture: () => SharePicture;
  readonly title: string;
  readonly changed: string | null;
}

/** A line each. Whole addresses are left out where the site's own is unknown; X takes all but the form of its card from here. */
export function writeShareTags(shared: Shared): readonly string[] {
  const { address, picture, kind, title, description, site, lang, changed } = shared;
  const tag = (name: string, value: string | null): readonly string[] =>
    value === null || value === '' ? [] : [`<meta property="${name}" content="${escapeHtml(value)}">`];
  return [
    ...tag('og:type', kind),
    ...tag('og:title', title),
    ...tag('og:description', description),
    ...tag('og:site_name', site),
    ...tag('og:locale', localeOf(lang)),
    ...tag('og:url', address),
    ...(kind === 'article' ? tag('article:modified_time', changed) : []),
    ...tag('og:image', picture),
    ...(picture === null
      ? []
      : [
          ...tag('og:image:type', 'image/png'),
          ...tag('og:image:width', String(PICTURE_WIDTH)),
          ...tag('og:image:height', String(PICTURE_HEIGHT)),
          ...tag('og:image:alt', title === site ? title : `${title}: ${site}`),
        ]),
    `<meta name="twitter:card" content="${picture === null ? 'summary' : 'summary_large_image'}">`,
  ];
}

/** `nl_BE`: a language and its country, the likeliest where none is named. Null for what is no language. */
const localeOf = remembered((lang): string | null => {
  try {
    const { language, region } = new Intl.Locale(lang.replaceAll('_', '-')).maximize();
    return region === undefined ? null : `${language}_${region}`;
  } catch {
    return null;
  }
});
