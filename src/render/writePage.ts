/** A page's parts → the whole HTML document. */
import type { BuildOptions, ClientFiles } from '../model/client.ts';
import { stringsFor } from '../model/strings.ts';
import type { Syllabus } from '../model/syllabus.ts';
import { escapeHtml } from './escape.ts';
import { lines } from './lines.ts';
import { type PolicyOptions, policy } from './policy.ts';
import { pageIcon } from './pageIcon.ts';
import { relativePath } from './relativePath.ts';
import { coursePicture } from './sharePicture.ts';
import { type Sharing, writeShareTags } from './writeShareTags.ts';

export interface Document {
  /** From the site's root. */
  readonly path: string;
  readonly lang: string;
  /** Plain text. */
  readonly title: string;
  /** Null: the course's, else the title. */
  readonly description: string | null;
  /** Plain text; who wrote it. */
  readonly authors?: readonly string[];
  /** Words that it can be found by. */
  readonly keywords?: readonly string[];
  readonly policy: Omit<PolicyOptions, 'dev'>;
  /** `light` and `dark` are kept whatever the reader's system says; null follows it. */
  readonly scheme: 'light' | 'dark' | null;
  /** The rest of `<head>`: style sheets. */
  readonly head: string;
  readonly body: string;
  /** Plain names of scripts of ours, in order. */
  readonly scripts: readonly string[];
  /** What a link to it shows, where that is one lecture and not the course. */
  readonly sharing?: Sharing;
  /** Never to be listed by search engines, whatever the site says. */
  readonly hidden?: boolean;
  /** It is shown at addresses that are not its own, so that nothing relative can be found from it. */
  readonly anywhere?: boolean;
  /** It keeps the scheme that its reader chose, and shows the system's until then. Fonts by plain name that it shows at once. */
  readonly follows?: { readonly fonts: readonly string[] /** What its reader saw is remembered. */; readonly visits?: boolean };
}

export interface DocumentContext {
  readonly client: ClientFiles;
  readonly options: BuildOptions;
  readonly syllabus: Syllabus;
  /** The site's address with a slash at its end; null where unknown. */
  readonly url: string | null;
}

export function writePage(document: Document, context: DocumentContext): string {
  const { path, lang, title, scheme, scripts, authors = [], keywords = [] } = document;
  const { options, url } = context;
  const hidden = options.privateNotes || document.hidden === true;
  const description = describe(document, context);
  const page = lines([
    '<!doctype html>',
    `<html lang="${escapeHtml(lang)}"${scheme === null ? '' : ` data-scheme="${scheme}"`}>`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy({ ...document.policy, dev: options.dev })}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    ...(document.follows === undefined ? [] : ['<meta name="color-scheme" content="light dark">']),
    `<title>${escapeHtml(title)}</title>`,
    ...(authors.length === 0 ? [] : [`<meta name="author" content="${escapeHtml(authors.join(', '))}">`]),
    ...(keywords.length === 0 ? [] : [`<meta name="keywords" content="${escapeHtml(keywords.join(', '))}">`]),
    ...(description === null ? [] : [`<meta name="description" content="${escapeHtml(description)}">`]),
    ...(hidden ? ['<meta name="robots" content="noindex">'] : []),
    ...(url === null || document.hidden === true ? [] : [`<link rel="canonical" href="${escapeHtml(url + encodePath(path))}">`]),
    ...(hidden ? [] : shareTags(document, description, context)),
    `<link rel="icon" href="${pageIcon(context.syllabus.settings.accent)}">`,
    document.head,
    ...(document.follows === undefined ? [] : [schemeScript(path, document.follows, context.client)]),
    '</head>',
    `<body>${document.body}`,
    ...(options.dev ? [liveScript(document, context.client)] : []),
    ...scripts.map((name) => `<script src="${relativePath(path, context.client.path(name))}"></script>`),
    '</body>',
    '</html>',
  ]);
  return `${page}\n`;
}

/** What a hidden page is about is nobody's business. */
function describe(document: Document, { syllabus: { settings } }: DocumentContext): string | null {
  if (document.description !== null || document.hidden === true) return document.description;
  return settings.description ?? settings.subtitle ?? document.title;
}

/** `dev` serves no pictures: nobody sends a link to it. */
function shareTags(document: Document, description: string | null, context: DocumentContext): readonly string[] {
  const { options, syllabus, url, client } = context;
  const { sharing } = document;
  const at = (path: string): string | null => (url === null ? null : url + encodePath(path));
  const pictured = url !== null && !options.dev;
  return writeShareTags({
    address: at(document.path),
    picture: pictured ? at((sharing?.picture() ?? coursePicture(syllabus, client)).path) : null,
    kind: sharing === undefined ? 'website' : 'article',
    title: sharing?.title ?? document.title,
    description,
    site: syllabus.settings.title,
    lang: document.lang,
    changed: sharing?.changed ?? null,
  });
}

/** Brings a page to what is saved; it stands before the other scripts, for it has to see what they change. Decks are measured. */
function liveScript({ path, lang, scripts }: Document, client: ClientFiles): string {
  const strings = stringsFor(lang);
  const words = escapeHtml(JSON.stringify(strings.dev));
  const measure = scripts.includes('deck.js') ? ` data-measure="${relativePath(path, client.path('measure.js'))}"` : '';
  return `<script src="${relativePath(path, client.path('live.js'))}" data-lang="${strings.lang}" data-words="${words}"${measure}></script>`;
}

/**
 * Runs before the first paint, so that nothing flashes. It stands behind the style sheets: a script that is waited for holds up
 * what is asked for after it, and they are what the first paint waits for longest.
 */
function schemeScript(path: string, follows: NonNullable<Document['follows']>, client: ClientFiles): string {
  const names = follows.fonts.map((name) => relativePath(path, client.path(name))).join(' ');
  const fonts = names === '' ? '' : ` data-fonts="${names}"`;
  const visits = follows.visits === true ? ` data-visits="${relativePath(path, client.path('visit.js'))}"` : '';
  return `<script src="${relativePath(path, client.path('scheme.js'))}"${fonts}${visits}></script>`;
}

/** A link to one of our own style sheets; `media` limits when it counts. */
export function styleLink(path: string, name: string, client: ClientFiles, media: string | null = null): string {
  const limit = media === null ? '' : ` media="${media}"`;
  return `<link rel="stylesheet" href="${relativePath(path, client.path(name))}"${limit}>`;
}

/** The link to the style sheet with the course's colours, where it has some of its own. */
export function colourLink(path: string, colours: string | null): readonly string[] {
  return colours === null ? [] : [`<link rel="stylesheet" href="${relativePath(path, colours)}">`];
}

/** A path of the site as part of an address; the home page is the site's root. */
export function encodePath(path: string): string {
  if (path === 'index.html') return '';
  return path.split('/').map(encodeURIComponent).join('/');
}
