/** One lecture, page, guest lecture or link of a course → its row on the home page. */
import type { CourseLecture } from '../model/course.ts';
import type { PartItem } from '../model/settings.ts';
import { dayOf, type Word } from '../model/strings.ts';
import { fill } from '../model/wire.ts';
import { type CourseRow, slideCount } from './courseList.ts';
import { escapeHtml } from './escape.ts';
import { addressOfTarget, pathOf } from './hrefOf.ts';
import { type Icon, icon } from './icons.ts';
import { ownLang, sayIn } from './ownLang.ts';
import { relativePath } from './relativePath.ts';
import type { CourseContext } from './courseContext.ts';
import { shortHash } from './writeReadFurniture.ts';
import { trimNumber } from './writeSlide.ts';
import { word, type Writing } from './writing.ts';

export function writeCourseRow(row: CourseRow, level: number, writing: Writing, context: CourseContext): string {
  if (row.lecture === null) return row.item === null ? '' : writeLinkRow(row.item, level, writing, context);
  return row.lecture.entry.absence === null
    ? writeLectureRow(row.lecture, row.item, level, writing, context)
    : writeClosedRow(row.lecture, row.item, level, writing);
}

interface Row {
  readonly classes: string;
  /** Attributes for scripts, each with a space before it. */
  readonly data?: string;
  readonly number: string | null;
  readonly title: string;
  readonly href: string | null;
  readonly chips: string;
  readonly subtitle: string | null;
  readonly meta: readonly string[];
  readonly actions: string;
}

function writeRow(row: Row, level: number): string {
  const title = escapeHtml(row.title);
  const linked = row.href === null ? title : `<a href="${escapeHtml(row.href)}">${title}</a>`;
  const sub = row.subtitle === null ? '' : `<p class="sub">${escapeHtml(row.subtitle)}</p>`;
  const meta = row.meta.length === 0 ? '' : `<ul class="meta">${row.meta.map((one) => `<li>${one}</li>`).join('')}</ul>`;
  const actions = row.actions === '' ? '' : `<div class="acts">${row.actions}</div>`;
  return (
    `<li class="lecture${row.classes}"${row.data ?? ''}><span class="no" aria-hidden="true">${row.number ?? ''}</span>` +
    `<div><h${level}>${linked}${row.chips}</h${level}>${sub}${meta}</div>${actions}</li>`
  );
}

function writeLectureRow(
  lecture: CourseLecture,
  item: PartItem | null,
  level: number,
  writing: Writing,
  context: CourseContext,
): string {
  const { entry } = lecture;
  const file = entry.kind === 'file' ? addressOfFile(entry.file, writing, context) : null;
  const read = pathOf(entry, 'read');
  const number = trimNumber(entry.number);
  const title = item?.title ?? entry.title;
  const readButton = read === null ? '' : action('btn main', read, 'read', 'read', title, writing);
  return writeRow(
    {
      classes: '',
      data:
        lecture.outline === null || read === null
          ? ''
          : ` data-lectern-lecture="${escapeHtml(entry.address)}" data-lectern-hash="${shortHash(lecture.outline.hash)}"`,
      number,
      title,
      href: read ?? file,
      chips: chipsOf(lecture, writing),
      subtitle: entry.subtitle,
      meta: metaOf(lecture, item, writing, context),
      actions:
        entry.kind === 'file' ? writeFileButton(file, title, writing) : readButton + writeDeckButtons(lecture, title, writing),
    },
    level,
  );
}

function writeDeckButtons({ entry }: CourseLecture, title: string, writing: Writing): string {
  if (entry.kind !== 'lecture') return '';
  const deck = relativePath(writing.page, `${entry.address}.html`);
  return (
    action('btn', deck, 'present', 'present', title, writing) +
    action('btn', `${deck}?print-pdf`, 'print', 'print', title, writing)
  );
}

/** A lecture that is not out yet: its title and when it opens, and nothing that leads to it. */
function writeClosedRow({ entry }: CourseLecture, item: PartItem | null, level: number, writing: Writing): string {
  const opens = fill(word(writing, 'opens-on'), { date: dayOf(writing.strings, entry.release ?? '') });
  return writeRow(
    {
      classes: ' closed',
      number: trimNumber(entry.number),
      title: item?.title ?? entry.title,
      href: null,
      chips: '',
      subtitle: null,
      meta: [...whenOf(item, writing), icon('lock') + sayIn(writing.strings, opens)],
      actions: '',
    },
    level,
  );
}

function writeLinkRow(item: PartItem, level: number, writing: Writing, context: CourseContext): string {
  const href = addressOfTarget(context.targetOf(item.target, 'link'), item.target, writing);
  const title = item.title ?? item.target;
  return writeRow(
    {
      classes: '',
      number: null,
      title,
      href,
      chips: '',
      subtitle: null,
      meta: [...whenOf(item, writing), ...extraOf(item, writing, context)],
      actions: href === null ? '' : action('btn', href, 'out', 'open-link', title, writing),
    },
    level,
  );
}

function chipsOf({ entry }: CourseLecture, writing: Writing): string {
  const wip =
    entry.status === 'wip'
      ? `<span class="chip wip"${ownLang(writing.strings)}>${icon('edit')}${escapeHtml(word(writing, 'expected-soon'))}</span>`
      : '';
  const guest =
    entry.kind === 'file' ? `<span class="chip"${ownLang(writing.strings)}>${escapeHtml(word(writing, 'guest'))}</span>` : '';
  const page =
    entry.kind === 'page' ? `<span class="chip"${ownLang(writing.strings)}>${escapeHtml(word(writing, 'page'))}</span>` : '';
  return wip + guest + page;
}

function metaOf(lecture: CourseLecture, item: PartItem | null, writing: Writing, context: CourseContext): readonly string[] {
  const { entry, minutes, changed } = lecture;
  const slides = slideCount(lecture);
  const count = word(writing, slides === 1 ? 'slide-count-one' : 'slide-count');
  return [
    ...whenOf(item, writing),
    ...(minutes === null ? [] : [icon('clock') + sayIn(writing.strings, fill(word(writing, 'minutes-short'), { n: minutes }))]),
    ...(entry.kind === 'lecture' && slides > 0 ? [icon('grid') + sayIn(writing.strings, fill(count, { n: slides }))] : []),
    ...(entry.status === 'wip' && entry.eta !== null
      ? [sayIn(writing.strings, fill(word(writing, 'expected'), { eta: dayOf(writing.strings, entry.eta) }))]
      : []),
    ...(changed === null
      ? []
      : [sayIn(writing.strings, fill(word(writing, 'changed'), { date: dayOf(writing.strings, changed) }))]),
    ...extraOf(item, writing, context),
  ];
}

function whenOf(item: PartItem | null, writing: Writing): readonly string[] {
  const week =
    item?.week == null
      ? []
      : [/^\d+$/.test(item.week) ? sayIn(writing.strings, fill(word(writing, 'week'), { n: item.week })) : escapeHtml(item.week)];
  return item?.date == null ? week : [...week, escapeHtml(dayOf(writing.strings, item.date))];
}

function extraOf(item: PartItem | null, writing: Writing, { targetOf }: CourseContext): readonly string[] {
  return (item?.extra ?? []).flatMap(({ title, url }) => {
    const href = addressOfTarget(targetOf(url, 'link'), url, writing);
    return href === null ? [escapeHtml(title)] : [`<a href="${escapeHtml(href)}" rel="noopener">${escapeHtml(title)}</a>`];
  });
}

/** Where a guest lecture's file stands in the site; null where it has none. */
export function addressOfFile(file: string | null, writing: Writing, { targetOf }: CourseContext): string | null {
  return file === null ? null : addressOfTarget(targetOf(file, 'link'), file, writing);
}

function writeFileButton(href: string | null, title: string, writing: Writing): string {
  if (href === null) return '';
  const pdf = /\.pdf(?:$|[?#])/i.test(href);
  return action('btn', href, pdf ? 'pdf' : 'out', pdf ? 'open-file' : 'open-link', title, writing);
}

/** The label tells screen readers which lecture a button belongs to, and begins with the words on it. */
function action(classes: string, href: string, name: Icon, label: Word, title: string, writing: Writing): string {
  const words = word(writing, label);
  const spoken = `${words}: ${title}`;
  return `<a class="${classes}" href="${escapeHtml(href)}"${ownLang(writing.strings)} aria-label="${escapeHtml(spoken)}">${icon(name)}${escapeHtml(words)}</a>`;
}
