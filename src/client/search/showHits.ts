/** Slides that were found → the list of results: links to them, with the sentence in which the words stand. */
import { fill, type SearchPiece, type SearchSlide, type SearchWords } from '../../model/wire.ts';
import { excerpt } from './excerpt.ts';
import { findHits, type Hit } from './findHits.ts';
import { root } from './loadFile.ts';
import type { Term } from './readQuery.ts';

/** Not a file of the course, nor an address elsewhere. */
const OWN_PAGE = /^(?:index|read\/.+)\.html$/;

export interface Showing {
  readonly query: string;
  readonly terms: readonly Term[];
  /** Whether the reader looks at a deck: then a result leads to a deck. */
  readonly deck: boolean;
  readonly words: SearchWords;
}

/** One result, made from the page's own template. */
export function hitOf({ piece, slide }: { piece: SearchPiece; slide: SearchSlide }, showing: Showing): Node {
  const { terms, words } = showing;
  const [number, , title] = slide;
  const template = document.querySelector<HTMLTemplateElement>('#lectern-search-hit');
  const item = template?.content.cloneNode(true) as DocumentFragment;
  const isPage = piece.deck === null;
  const named = title !== '' ? title : isPage ? piece.title : fill(words.slide, { n: number });
  const passages = excerpt(slide, terms);
  const toDeck = leadsToDeck(piece, slide, showing);
  const link = item.querySelector<HTMLAnchorElement>('.hit');
  const other = item.querySelector<HTMLAnchorElement>('.other');
  if (link === null || other === null) throw new Error('The page has no template of a result.');
  link.href = addressOf(piece, slide, toDeck, showing.query);
  write(link.querySelector('b'), [{ text: named, hits: findHits(named, terms) }]);
  const places = [
    piece.title === named ? '' : piece.title,
    isPage || title === '' ? '' : fill(words.slide, { n: number }),
  ].filter((part) => part !== '');
  const place = link.querySelector('.place');
  if (places.length === 0) place?.remove();
  else place?.append(places.join(' · '));
  write(link.querySelector('.words'), passages);
  const said = passages.some(({ mark }) => mark === 'n');
  link.querySelector('.words')?.classList.toggle('code', passages.length > 0 && passages.every(({ mark }) => mark === 'c'));
  const notes = link.querySelector('.said');
  if (notes !== null && !said) notes.remove();
  if (isPage || passages.some(({ mark }) => mark === 'd')) other.remove();
  else {
    other.href = addressOf(piece, slide, !toDeck, showing.query);
    other.ariaLabel = fill(toDeck ? words.read : words.open, { n: number, title: named });
    other.title = other.ariaLabel;
    other.querySelector(toDeck ? '.to-deck' : '.to-read')?.remove();
  }
  return item;
}

/** From a deck to the deck, unless it does not show what was found; from a page to the reading view, on the same terms. */
function leadsToDeck(piece: SearchPiece, slide: SearchSlide, { deck, terms }: Showing): boolean {
  if (piece.deck === null) return false;
  const [, , title, lines, marks] = slide;
  const seenIn = (left: string): number => {
    const shown = [title, ...lines.filter((_, at) => !left.includes(marks[at] ?? '-'))];
    return new Set(shown.flatMap((text) => findHits(text, terms).map(({ term }) => term))).size;
  };
  const [onDeck, onPage] = [seenIn('rn'), seenIn('d')];
  return deck ? onDeck >= onPage || onDeck > 0 : onDeck > onPage;
}

function addressOf({ deck, read }: SearchPiece, [number, id]: SearchSlide, toDeck: boolean, query: string): string {
  const url = new URL(toDeck ? (deck ?? '') : read, root);
  // a guest lecture's file has nothing to mark
  if (!OWN_PAGE.test(read)) return url.href;
  url.searchParams.set('mark', query);
  if (toDeck) url.hash = `/${id === null ? number : encodeURIComponent(id)}`;
  else if (id !== null || deck !== null) url.hash = encodeURIComponent(id ?? `slide-${number}`);
  return url.href;
}

function write(element: Element | null, passages: readonly { readonly text: string; readonly hits: readonly Hit[] }[]): void {
  if (element === null) return;
  element.textContent = '';
  for (const [at, { text, hits }] of passages.entries()) {
    const cut = passages[at - 1]?.text.endsWith('…') === true || text.startsWith('…');
    if (at > 0) element.append(cut ? ' ' : ' … ');
    let from = 0;
    for (const { start, end } of hits) {
      const mark = document.createElement('mark');
      mark.textContent = text.slice(start, end);
      element.append(text.slice(from, start), mark);
      from = end;
    }
    element.append(text.slice(from));
  }
}
