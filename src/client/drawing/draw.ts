/** The script of a deck on which a speaker draws or points, from the speaker view: loaded when that first happens. */
import { DRAW_FUNCTION, type DrawableDeck, type DrawnDeck } from '../../model/wire.ts';
import { keepDrawing } from './keepDrawing.ts';
import { makeBoard } from './makeBoard.ts';

Object.assign(window, { [DRAW_FUNCTION]: drawOnDeck });

function drawOnDeck({ width, height, slide, send }: DrawableDeck): DrawnDeck {
  const board = makeBoard(width, height);
  const drawing = keepDrawing(location.pathname);
  const slides = document.querySelector('.reveal .slides');
  const show = (): void => {
    if (!board.element.isConnected) slides?.append(board.element);
    board.show(drawing.strokesOn(slide()));
  };
  document.addEventListener('lectern-moved', () => {
    board.point(null);
    show();
  });
  // `lectern dev` changes slides under a deck
  if (slides !== null) new MutationObserver(() => board.element.isConnected || show()).observe(slides, { childList: true });
  show();
  return {
    hear: (order) => {
      if (order.kind === 'point') board.point(order.at);
      else if (order.kind === 'undrawn') send({ kind: 'drawn', drawing: drawing.now() });
      else if (drawing.apply(order)) show();
    },
    compare: (version) => {
      const own = drawing.now();
      if (version > own.version) send({ kind: 'undrawn' });
      if (version < own.version) send({ kind: 'drawn', drawing: own });
    },
  };
}
