/** A slide → its `<section>` on the deck: pandoc's tree, with what our styles need as data attributes. */
import type { Attributes } from '../model/attributes.ts';
import type { Cover, Section, Slide } from '../model/lecture.ts';
import { MARK } from '../model/wire.ts';
import { attributeName } from './attributeNames.ts';
import { addressOfTarget, targetOf } from './hrefOf.ts';
import { lines } from './lines.ts';
import { slideDensity, slideLook } from './slideLook.ts';
import { writeAttribute, writeAttributes } from './writeAttributes.ts';
import { writeBlocks } from './writeBlocks.ts';
import { writeFootnotes } from './writeFootnotes.ts';
import { writeInlines } from './writeInlines.ts';
import { writeRemoteBox } from './writeRemoteBox.ts';
import type { Writing } from './writing.ts';

/** Roles that pandoc leaves with the heading; all others go to the section alone. */
const HEADING_ROLES: ReadonlySet<string> = new Set('tab presentation none treeitem menuitem button heading'.split(' '));

export interface SlidePosition {
  readonly cover: Cover | null;
  /** The lecture's number, for its cover. */
  readonly lectureNumber: string | null;
  /** 1-based among the lecture's sections, for a section's own slide. */
  readonly sectionNumber: number | null;
}

/** A section's slides: a stack where it has a slide of its own and others under it. */
export function writeSection(section: Section, position: SlidePosition, writing: Writing): string {
  const slides = lines(section.slides.map((slide) => writeSlide(slide, position, writing)));
  const stacks = section.slides.length > 1 && (section.stacked === true || section.slides[0]?.kind === 'title');
  return stacks ? `<section>\n${slides}\n</section>` : slides;
}

function writeSlide(slide: Slide, position: SlidePosition, writing: Writing): string {
  const look = slideLook(slide);
  const state = look === 'cover' ? 'is-cover' : look === 'section' ? 'is-section' : null;
  const own =
    writeAttribute('data-number', String(slide.number)) +
    writeAttribute('data-kind', given(slide.attributes, 'data-kind') ? null : look) +
    writeAttribute('data-density', given(slide.attributes, 'data-density') ? null : slideDensity(slide, position.cover)) +
    writeAttribute('data-state', given(slide.attributes, 'data-state') ? null : state) +
    writeAttribute('data-lecture', look === 'cover' ? trimNumber(position.lectureNumber) : null) +
    writeAttribute(MARK, writing.marked ? `${slide.span.start}-${slide.span.end}` : null) +
    writeAttribute('data-section', look === 'section' && position.sectionNumber !== null ? String(position.sectionNumber) : null);
  const rest = writeAttributes(slide.attributes, writing, { id: slide.id, classes: classesOf(slide) });
  return `<section${rest}${own}>\n${writeSlideContent(slide, position.cover, writing)}\n</section>`;
}

/** What a slide shows and says, without its place in the deck: heading, or the cover's lines, and everything under it. */
export function writeSlideContent(slide: Slide, cover: Cover | null, writing: Writing): string {
  const head = slide.kind === 'cover' && cover !== null ? writeCover(cover, writing) : writeHeading(slide, writing);
  const body =
    writeBlocks(slide.body, writing) + writeFootnotes(slide.body, (text) => writeBlocks(text, { ...writing, still: true }));
  return lines([head, backgroundBox(slide.attributes, writing), body]);
}

function classesOf(slide: Slide): readonly string[] {
  const own = slide.attributes.classes.filter((name) => name !== 'r-fit-text');
  if (slide.kind === 'cover') return own;
  return [...new Set([...(slide.kind === 'title' ? ['title-slide'] : []), 'slide', `level${slide.level}`, ...own])];
}

/** The heading has the slide's attributes too, as pandoc writes them; the identifier stays with the slide. */
function writeHeading({ heading }: Slide, writing: Writing): string {
  if (heading === null) return '';
  const { attributes } = heading;
  const role = attributes.pairs.find((pair) => pair.key === 'role')?.value;
  const without = role !== undefined && !HEADING_ROLES.has(role) ? ['role'] : [];
  const name = `h${Math.min(6, Math.max(1, heading.level))}`;
  const rest = writeAttributes(attributes, writing, { id: null, without });
  return `<${name}${rest}>${writeInlines(heading.children, writing)}</${name}>`;
}

function writeCover(cover: Cover, writing: Writing): string {
  const line = (name: string, text: Cover['date']) =>
    text === null ? [] : [`<p class="${name}">${writeInlines(text, writing)}</p>`];
  return [
    `<h1 class="title">${writeInlines(cover.title, writing)}</h1>`,
    ...line('subtitle', cover.subtitle),
    ...cover.authors.flatMap((author) => line('author', author)),
    ...line('date', cover.date),
  ].join('\n');
}

/** Frames and players of other hosts in the background wait for a click as well. */
function backgroundBox(attributes: Attributes, writing: Writing): string {
  for (const { key, reference } of attributes.pairs) {
    if (reference === null || !attributeName(key).startsWith('data-background')) continue;
    const target = targetOf(reference, writing);
    const waits = reference.role !== 'image' || writing.syllabus.settings.remote === 'ask';
    if (target.to !== 'remote' || !waits) continue;
    const url = addressOfTarget(target, reference.address, writing) ?? '';
    return `<p>${writeRemoteBox('background', url, '', writing)}</p>`;
  }
  return '';
}

function given(attributes: Attributes, name: string): boolean {
  return attributes.pairs.some((pair) => attributeName(pair.key) === name);
}

/** `01` → `1`, and `00` → `0`. */
export function trimNumber(number: string | null): string | null {
  return number === null ? null : number.replace(/^0+(?=\d)/, '');
}
