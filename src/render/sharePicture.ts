/** A course or one of its lectures → the picture that goes with a link to it: its cover, in the course's colours. */
import { createHash } from 'node:crypto';
import type { ClientFiles } from '../model/client.ts';
import { courseShades, DEFAULT_ACCENT } from '../model/courseShades.ts';
import { PICTURE_HEIGHT, PICTURE_WIDTH, type SharePicture } from '../model/sharePicture.ts';
import { joinNames, stringsFor } from '../model/strings.ts';
import type { Syllabus, SyllabusEntry } from '../model/syllabus.ts';
import { escapeHtml } from './escape.ts';
import { icon } from './icons.ts';
import { trimNumber } from './writeSlide.ts';

/** Family, weight and file of each typeface, with the letters that are in it. */
const FONTS = [
  ['Title', 600, 'brygada-1918-latin-600-normal.woff2', 'U+0-FF,U+131,U+152-153,U+2000-206F,U+20AC,U+2122,U+2212'],
  ['Title', 600, 'brygada-1918-latin-ext-600-normal.woff2', 'U+100-2BA,U+1E00-1EFF'],
  ['Text', 400, 'atkinson-hyperlegible-next-latin-400-normal.woff2', 'U+0-FF,U+131,U+152-153,U+2000-206F,U+20AC,U+2122,U+2212'],
  ['Text', 400, 'atkinson-hyperlegible-next-latin-ext-400-normal.woff2', 'U+100-2BA,U+1E00-1EFF'],
] as const;

/** The slope is flat: its gradient would make the file six times as large. The title takes what room is left; whoever draws it makes it as large as fits, and `cut` where no size does. */
const STYLE = `*{box-sizing:border-box;margin:0}
body{position:relative;width:${PICTURE_WIDTH}px;height:${PICTURE_HEIGHT}px;overflow:hidden;background:var(--deep);color:var(--on-deep);padding:168px 80px 56px;display:flex;flex-direction:column;justify-content:flex-end;font:400 30px/1.3 Text,system-ui,sans-serif}
body::before{content:"";position:absolute;inset:0 0 0 auto;width:52%;background:color-mix(in oklab,var(--on-deep) 7%,var(--deep));clip-path:polygon(62% 0,100% 0,100% 100%,0 100%)}
.ribbon{position:absolute;left:80px;top:0;width:76px;height:150px;background:var(--ribbon-deep);color:var(--deep);clip-path:polygon(0 0,100% 0,100% 100%,50% calc(100% - 24px),0 100%);display:flex;align-items:flex-end;justify-content:center;padding-bottom:38px;font:600 48px/1 Title,Georgia,serif}
.ribbon svg{width:50px;height:50px;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
h1{position:relative;flex:0 1 auto;min-height:0;overflow:hidden;font:600 104px/1.06 Title,Georgia,serif;letter-spacing:-.014em;text-wrap:balance;padding-bottom:.2em;margin-bottom:-.14em}
h1.cut{overflow-wrap:anywhere;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:5}
.sub{flex:none;position:relative;margin-top:14px;font-size:32px;color:var(--on-deep-2);display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.foot{flex:none;position:relative;margin-top:34px;padding-top:20px;border-top:1px solid color-mix(in oklab,var(--on-deep-2) 45%,transparent);white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.foot:empty{display:none}`;

interface Shown {
  readonly lang: string;
  /** Written into the ribbon; HTML. */
  readonly mark: string;
  readonly title: string;
  readonly subtitle: string | null;
  /** Under the line; may be empty. */
  readonly foot: string;
}

/** Of the pages of one lecture. */
export function lecturePicture(entry: SyllabusEntry, syllabus: Syllabus, client: ClientFiles): SharePicture {
  const { title, lang } = syllabus.settings;
  const number = trimNumber(entry.number);
  const shown = {
    lang,
    mark: number === null || entry.kind !== 'lecture' ? icon('lectern') : escapeHtml(number),
    title: entry.title,
    subtitle: entry.subtitle,
    foot: title === entry.title ? '' : title,
  };
  return pictureOf(entry.address, shown, syllabus, client);
}

/** Of the home page and the course's other pages. */
export function coursePicture(syllabus: Syllabus, client: ClientFiles): SharePicture {
  const { title, subtitle, authors, lang } = syllabus.settings;
  const foot = joinNames(stringsFor(lang), authors);
  return pictureOf('index', { lang, mark: icon('lectern'), title, subtitle, foot }, syllabus, client);
}

/** Of every page that is published. */
export function sharePictures(syllabus: Syllabus, client: ClientFiles): readonly SharePicture[] {
  const shown = syllabus.entries.filter(({ absence, kind }) => absence === null && kind !== 'file');
  return [coursePicture(syllabus, client), ...shown.map((entry) => lecturePicture(entry, syllabus, client))];
}

function pictureOf(name: string, shown: Shown, { settings }: Syllabus, client: ClientFiles): SharePicture {
  const fonts = FONTS.map(
    ([family, weight, file, letters]) =>
      `@font-face{font-family:${family};font-weight:${weight};src:url("${client.path(file)}");unicode-range:${letters}}`,
  ).join('\n');
  const shades = courseShades(settings.accent ?? DEFAULT_ACCENT) ?? courseShades(DEFAULT_ACCENT);
  const colours = ['deep', 'on-deep', 'on-deep-2', 'ribbon-deep'].map((role) => `--${role}:${shades?.light.get(role) ?? ''}`);
  const sub = shown.subtitle === null ? '' : `<p class="sub">${escapeHtml(shown.subtitle)}</p>`;
  const html =
    `<!doctype html><html lang="${escapeHtml(shown.lang)}"><meta charset="utf-8"><style>${fonts}\n:root{${colours.join(';')}}\n${STYLE}</style>` +
    `<body><div class="ribbon">${shown.mark}</div><h1>${escapeHtml(shown.title)}</h1>${sub}<p class="foot">${escapeHtml(shown.foot)}</p></body></html>`;
  const hash = createHash('sha256').update(html).digest('hex').slice(0, 8);
  return { path: `_lectern/share/${name}.${hash}.png`, html };
}
