/** A lecture's public tree → what search knows of it, and the files with its text that results are shown from. */
import { hash } from 'node:crypto';
import type { Lecture } from '../model/lecture.ts';
import type { Page } from '../model/page.ts';
import type { Searchable } from '../model/searchable.ts';
import { plainText } from '../model/walk.ts';
import type { SearchPiece, SearchSlide } from '../model/wire.ts';
import { collectSlides, type SlideText } from './collectSlides.ts';
import { indexSlides } from './indexSlides.ts';
import { writeFile } from './writeFile.ts';

/** UTF-16 units of text in a file: results come from several lectures, and each asks for one; but each costs the build a file. */
const PIECE = 24_000;

/** `lecture` is what readers see of it: without private notes, unless they are wanted. */
export function makeSearchable(lecture: Lecture): { readonly searchable: Searchable; readonly files: readonly Page[] } {
  const slides = collectSlides(lecture);
  const cuts = cut(slides);
  const pieces = cuts.map((some) => JSON.stringify(pieceOf(some, lecture)));
  const name = hash('sha256', pieces.join('\n')).slice(0, 10);
  return {
    searchable: { pieces: [name, ...cuts.map((some) => some.length)], ...indexSlides(slides) },
    files: pieces.map((content, at) => writeFile(`${name}-${at}`, content)),
  };
}

function pieceOf(slides: readonly SlideText[], { address, title, settings }: Lecture): SearchPiece {
  return {
    lecture: address,
    title: plainText(title).trim(),
    page: settings.kind === 'page',
    slides: slides.map(
      ({ number, id, title: own, lines }): SearchSlide => [
        number,
        id,
        own,
        lines.map(({ text }) => text),
        lines.map(({ mark }) => mark).join(''),
      ],
    ),
  };
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
