/** A lecture, the home page's text or a guest lecture → what search knows of it, and the files with its text for results. */
import { hash } from 'node:crypto';
import type { Lecture } from '../model/lecture.ts';
import type { Page } from '../model/page.ts';
import type { Searchable } from '../model/searchable.ts';
import type { SyllabusEntry } from '../model/syllabus.ts';
import { plainText } from '../model/walk.ts';
import type { SearchPiece, SearchSlide } from '../model/wire.ts';
import { collectHome, collectSlides, type SlideText } from './collectSlides.ts';
import { indexSlides } from './indexSlides.ts';
import { writeFile } from './writeFile.ts';

/** UTF-16 units of text in a file: results come from several lectures, and each asks for one; but each costs the build a file. */
const PIECE = 24_000;

/** What search knows of something, and the files that its results are shown from. */
export interface Searched {
  readonly searchable: Searchable;
  readonly files: readonly Page[];
}

/** `lecture` is what readers see of it: without private notes, unless they are wanted. */
export function makeSearchable(lecture: Lecture): Searched {
  const path = lecture.address.split('/').map(encodeURIComponent).join('/');
  return writeTexts(collectSlides(lecture), {
    title: plainText(lecture.title).trim(),
    deck: lecture.settings.kind === 'page' ? null : `${path}.html`,
    read: `read/${path}.html`,
  });
}

/** `introduction`: the home page's text, as readers see it. `title`: the course's. */
export function searchHome(introduction: Lecture, title: string): Searched {
  return writeTexts(collectHome(introduction), { title, deck: null, read: 'index.html' });
}

/** A guest lecture is found by its title. `file`: its address, from the site's root. */
export function searchGuest({ title, subtitle }: Pick<SyllabusEntry, 'title' | 'subtitle'>, file: string): Searched {
  const lines = subtitle === null ? [] : [{ text: subtitle, mark: '-' as const }];
  return writeTexts([{ number: 1, id: null, title, lines }], { title, deck: null, read: file });
}

function writeTexts(slides: readonly SlideText[], of: Omit<SearchPiece, 'slides'>): Searched {
  const cuts = cut(slides);
  const pieces = cuts.map((some) => JSON.stringify({ ...of, slides: some.map(toldOf) } satisfies SearchPiece));
  const name = hash('sha256', pieces.join('\n')).slice(0, 10);
  return {
    searchable: { pieces: [name, ...cuts.map((some) => some.length)], ...indexSlides(slides) },
    files: pieces.map((content, at) => writeFile(`${name}-${at}`, content)),
  };
}

function toldOf({ number, id, title, lines }: SlideText): SearchSlide {
  return [number, id, title, lines.map(({ text }) => text), lines.map(({ mark }) => mark).join('')];
}

/** Each slide is whole in one piece. */
function cut(slides: readonly SlideText[]): readonly (readonly SlideText[])[] {
  const pieces: SlideText[][] = [];
  let room = 0;
  for (const slide of slides) {
    const length = slide.lines.reduce((sum, { text }) => sum + text.length + 3, slide.title.length + 20);
    if (room < length || pieces.length === 0) {
      pieces.push([]);
      room = PIECE;
    }
    pieces.at(-1)?.push(slide);
    room -= length;
  }
  return pieces;
}
