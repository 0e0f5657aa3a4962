/** A lecture's article, as its reading view has it → the same for the page of the whole course. */
import { byCodePoint } from '../model/order.ts';
import type { Excerpt } from '../model/excerpt.ts';
import type { Syllabus, SyllabusEntry } from '../model/syllabus.ts';
import { escapeHtml } from './escape.ts';
import { pathOf } from './hrefOf.ts';
import type { OutlineItem } from './writeArticle.ts';
import type { Writing } from './writing.ts';

export interface ExcerptInput {
  /** Everything inside of the article: our own HTML, with its attributes in double quotes. */
  readonly html: string;
  readonly outline: readonly OutlineItem[];
  readonly writing: Writing;
  readonly lang: string;
  /** Whether nothing is said beside what is shown. */
  readonly silent: boolean;
}

/** A tag with attributes. Text has no quotes and no brackets of its own: they are written as entities. */
const TAG = /<[a-z][\w:-]*(?:\s[^"<>]*"[^"]*")+[^"<>]*>/gi;
/** Attributes that name an identifier, several, or an address. */
const ATTRIBUTE =
  /\s(id|for|name|list|headers|popovertarget|aria-(?:labelledby|describedby|details|controls|owns|flowto)|href|src|srcset|poster|data-lectern-src)="([^"]*)"/g;
const WORTH_A_LOOK = /\s(?:id|for|name|list|headers|popovertarget|aria-\w+|href|src|srcset|poster|data-lectern-src)="|url\(/;
/** What stands beside a slide's heading; only its first link, to the slide, without the drawing. */
const LINKS = /<span class="acts">(<a [^>]*>)<svg[\s\S]*?<\/svg>([\s\S]*?<\/a>)(?:(?!<\/?span)[\s\S])*<\/span>/g;

/** Headings stand one level deeper: the course has the page's `<h1>`. */
export function makeExcerpt({ html, outline, writing, lang, silent }: ExcerptInput): Omit<Excerpt, 'formulas'> {
  const address = writing.address ?? '';
  const move = mover(writing);
  const text = html
    .replace(LINKS, '<span class="acts">$1$2</span>')
    .replace(/(<\/?h)([1-5])(?=[\s>])/g, (_, open: string, level: string) => open + (Number(level) + 1))
    .replace(TAG, (tag) => (WORTH_A_LOOK.test(tag) ? moveTag(tag, move) : tag));
  const classes = silent ? ' class="lectern-silent"' : '';
  return {
    address,
    html: `<article id="${escapeHtml(address)}" lang="${escapeHtml(lang)}"${classes}>\n${text}\n</article>`,
    outline: outline.map(({ id, title }) => ({ id: `${address}:${id}`, title })),
    origins: {
      image: [...writing.origins.image].sort(byCodePoint),
      media: [...writing.origins.media].sort(byCodePoint),
      frame: [...writing.origins.frame].sort(byCodePoint),
    },
  };
}

/** How names and addresses of one lecture are on the page of them all. */
interface Mover {
  readonly name: (id: string) => string;
  readonly address: (address: string) => string;
}

function moveTag(tag: string, { name, address }: Mover): string {
  const moved = tag.replace(
    ATTRIBUTE,
    (_, key: string, value: string) => ` ${key}="${moveValue(key, value, { name, address })}"`,
  );
  return moved.replace(/url\((&quot;|'|)(.*?)\1\)/g, (_, quote: string, to: string) => `url(${quote}${address(to)}${quote})`);
}

function moveValue(key: string, value: string, { name, address }: Mover): string {
  switch (key) {
    case 'href':
    case 'src':
    case 'poster':
    case 'data-lectern-src':
      return address(value);
    case 'srcset':
      return value.replace(/(^|,)(\s*)(\S+)/g, (_, comma: string, space: string, to: string) => comma + space + address(to));
    default:
      return value.trim() === '' ? value : value.trim().split(/\s+/).map(name).join(' ');
  }
}

function mover({ page, address, syllabus }: Writing): Mover {
  const lectures = lecturesByAddress(syllabus);
  const prefix = `${escapeHtml(address ?? '')}:`;
  const start = `#${encodeURI(address ?? '')}`;
  return {
    name: (id) => prefix + id,
    address: (to) => {
      if (to === '#') return start;
      if (to.startsWith('#')) return `${start}:${to.slice(1)}`;
      if (to === '' || /^(?:[a-z][a-z\d+.-]*:|\/|\?)/i.test(to)) return to;
      const [path = '', end = ''] = /^([^?#]*)(.*)$/s.exec(to)?.slice(1) ?? [];
      const place = resolvePath(page, path);
      const lecture = lectures.get(place);
      if (lecture === undefined) return relocate(place) + end;
      return `#${encodeURI(lecture)}${end.startsWith('#') && end.length > 1 ? `:${end.slice(1)}` : ''}`;
    },
  };
}

/** Made once a course: for each of a thousand lectures it would be a million entries. */
const BY_ADDRESS = new WeakMap<Syllabus, ReadonlyMap<string, string>>();

function lecturesByAddress(syllabus: Syllabus): ReadonlyMap<string, string> {
  const known = BY_ADDRESS.get(syllabus) ?? new Map(syllabus.entries.map((entry) => [readAddress(entry), entry.address]));
  BY_ADDRESS.set(syllabus, known);
  return known;
}

/** A lecture's page among the others, as addresses have it; empty where it has none. */
function readAddress(entry: SyllabusEntry): string {
  const path = entry.absence === null ? pathOf(entry, 'read') : null;
  return path === null ? '' : path.split('/').map(encodeURIComponent).join('/');
}

/** A relative address, as a page at `from` has it → the path from the site's root, still with its escapes. */
function resolvePath(from: string, to: string): string {
  const steps = from.split('/').slice(0, -1).map(encodeURIComponent);
  for (const step of to.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** A path from the site's root → its address beside the other reading views. */
function relocate(place: string): string {
  return place.startsWith('read/') ? place.slice('read/'.length) : `../${place}`;
}
