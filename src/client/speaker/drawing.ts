/** A pen and a pointer for the slide of the moment: what they do in the speaker view is seen on the deck. */
import type { DrawOrder } from '../../model/wire.ts';
import { newId } from '../channel.ts';
import { furniture } from '../config.ts';
import { keepDrawing } from '../drawing/keepDrawing.ts';
import { type Board, makeBoard } from '../drawing/makeBoard.ts';

export interface DrawingTools {
  /** The slide that is shown, and its size. */
  readonly show: (slide: number, width: number, height: number) => void;
  /** What another window did. */
  readonly hear: (order: DrawOrder) => void;
  /** How often the drawing was changed. */
  readonly version: () => number;
  readonly pointer: () => void;
  readonly pen: () => void;
  readonly undo: () => void;
  readonly clear: () => void;
  readonly rest: () => void;
}

type Tool = 'pointer' | 'pen';
type At = readonly [number, number];

/** `path` is the deck's; `send` tells the other windows. */
export function makeDrawingTools(path: string, send: (order: DrawOrder) => void): DrawingTools {
  const box = furniture('current')?.parentElement ?? null;
  const drawing = keepDrawing(path);
  const state = { slide: 0, shape: '', board: null as Board | null };
  const paint = (): void => {
    const strokes = drawing.strokesOn(state.slide);
    state.board?.show(strokes);
    for (const name of ['undo', 'clear']) furniture(name)?.toggleAttribute('hidden', strokes.length === 0);
  };
  const hear = (order: DrawOrder): void => {
    if (order.kind === 'point') state.board?.point(order.at);
    else if (order.kind === 'undrawn') send({ kind: 'drawn', drawing: drawing.now() });
    else if (drawing.apply(order)) paint();
  };
  const order = (given: DrawOrder): void => {
    hear(given);
    send(given);
  };
  const hand = box === null ? null : watchHand(box, order, () => state.slide);
  const take = holdTools(box, () => hand?.());
  const change = (kind: 'undo' | 'clear'): void => {
    if (drawing.strokesOn(state.slide).length > 0) order({ kind, slide: state.slide });
  };
  furniture('undo')?.addEventListener('click', () => change('undo'));
  furniture('clear')?.addEventListener('click', () => change('clear'));
  return {
    show: (slide, width, height) => {
      if (slide !== state.slide) hear({ kind: 'point', at: null });
      state.slide = slide;
      if (state.shape !== `${width}/${height}`) {
        state.shape = `${width}/${height}`;
        state.board?.element.remove();
        state.board = makeBoard(width, height);
        box?.append(state.board.element);
      }
      paint();
    },
    hear,
    version: () => drawing.now().version,
    pointer: () => take('pointer'),
    pen: () => take('pen'),
    undo: () => change('undo'),
    clear: () => change('clear'),
    rest: () => take(null),
  };
}

/** A tool is taken up, or put away again; null puts either away. `letGo`: what the last one did is over. */
function holdTools(box: HTMLElement | null, letGo: () => void): (tool: Tool | null) => void {
  const take = (tool: Tool | null): void => {
    letGo();
    const held = tool === null || box?.dataset.tool === tool ? null : tool;
    if (held === null) delete box?.dataset.tool;
    else if (box !== null) box.dataset.tool = held;
    for (const name of ['pointer', 'pen']) furniture(name)?.setAttribute('aria-pressed', String(name === held));
  };
  for (const name of ['pointer', 'pen'] as const) furniture(name)?.addEventListener('click', () => take(name));
  return take;
}

/** Mouse, finger and stylus: one stroke at a time, told once for each frame. Gives what ends the stroke, and points at nothing. */
function watchHand(box: HTMLElement, order: (order: DrawOrder) => void, slide: () => number): () => void {
  const state = { stroke: '', on: 0, points: [] as number[], at: null as At | null, pointing: false, waiting: false };
  const flush = (): void => {
    state.waiting = false;
    if (state.points.length > 0) order({ kind: 'draw', slide: state.on, id: state.stroke, points: state.points.splice(0) });
    if (state.pointing) order({ kind: 'point', at: state.at });
    state.pointing = state.at !== null && state.pointing;
  };
  const later = (): void => {
    if (!state.waiting) requestAnimationFrame(flush);
    state.waiting = true;
  };
  const point = (at: At | null): void => {
    if (at === null && state.at === null) return;
    state.at = at;
    state.pointing = true;
    later();
  };
  box.addEventListener('pointerdown', (event) => {
    if (box.dataset.tool === undefined || !event.isPrimary || event.button !== 0) return;
    event.preventDefault();
    box.setPointerCapture(event.pointerId);
    if (box.dataset.tool === 'pointer') return point(shareOf(event, box));
    state.stroke = newId();
    state.on = slide();
    state.points.push(...shareOf(event, box));
    later();
  });
  box.addEventListener('pointermove', (event) => {
    if (box.dataset.tool === 'pointer') return point(shareOf(event, box));
    // a line ends where another slide is shown
    if (state.stroke === '' || box.dataset.tool !== 'pen' || state.on !== slide()) return;
    const all = event.getCoalescedEvents?.() ?? [];
    for (const one of all.length === 0 ? [event] : all) state.points.push(...shareOf(one, box));
    later();
  });
  const lift = (event: PointerEvent): void => {
    flush();
    state.stroke = '';
    if (event.type === 'pointerleave' || event.pointerType !== 'mouse') point(null);
  };
  for (const name of ['pointerup', 'pointercancel', 'pointerleave'] as const) box.addEventListener(name, lift);
  const letGo = (): void => {
    point(null);
    flush();
    state.stroke = '';
  };
  addEventListener('pagehide', letGo);
  return letGo;
}

/** Where on the slide, from its left and from its top: 0 to 1. */
function shareOf({ clientX, clientY }: MouseEvent, box: HTMLElement): At {
  const { left, top, width, height } = box.getBoundingClientRect();
  const share = (part: number): number => Math.round(Math.max(0, Math.min(1, part)) * 1e4) / 1e4;
  return [share((clientX - left) / width), share((clientY - top) / height)];
}
