/** What a speaker draws → the strokes of each slide, kept for this window until they are cleared. */
import type { DrawOrder, Drawing, Stroke } from '../../model/wire.ts';
import { keep, kept } from '../kept.ts';

export interface KeptDrawing {
  readonly now: () => Drawing;
  readonly strokesOn: (slide: number) => readonly Stroke[];
  /** Whether it changed anything. */
  readonly apply: (order: DrawOrder) => boolean;
}

const NOTHING: Drawing = { version: 0, slides: {} };
/** Milliseconds for which lines are gathered before they are kept. */
const PAUSE = 300;

/** `path` is the deck's. */
export function keepDrawing(path: string): KeptDrawing {
  const name = `drawing:${path}`;
  const state = { drawing: load(name), wait: 0 };
  const save = (): void => {
    if (state.drawing.version > 0) keep(name, JSON.stringify(state.drawing), 'sessionStorage');
  };
  addEventListener('pagehide', save);
  return {
    now: () => state.drawing,
    strokesOn: (slide) => state.drawing.slides[slide] ?? [],
    apply: (order) => {
      const drawing = applyOrder(state.drawing, order);
      if (drawing === state.drawing) return false;
      state.drawing = drawing;
      clearTimeout(state.wait);
      state.wait = setTimeout(save, PAUSE);
      return true;
    },
  };
}

/** Windows that hear the same orders count the same versions; one that missed some takes the drawing of one that did not. */
function applyOrder(drawing: Drawing, order: DrawOrder): Drawing {
  if (order.kind === 'drawn') return order.drawing.version > drawing.version ? order.drawing : drawing;
  if (order.kind === 'point' || order.kind === 'undrawn') return drawing;
  const strokes = drawing.slides[order.slide] ?? [];
  const slides = { ...drawing.slides, [order.slide]: order.kind === 'draw' ? drawOn(strokes, order) : without(strokes, order) };
  return { version: drawing.version + 1, slides };
}

function drawOn(strokes: readonly Stroke[], { id, points }: DrawOrder & { readonly kind: 'draw' }): readonly Stroke[] {
  const begun = strokes.some((stroke) => stroke.id === id);
  if (!begun) return [...strokes, { id, points }];
  return strokes.map((stroke) => (stroke.id === id ? { id, points: [...stroke.points, ...points] } : stroke));
}

function without(strokes: readonly Stroke[], { kind }: DrawOrder & { readonly kind: 'undo' | 'clear' }): readonly Stroke[] {
  return kind === 'clear' ? [] : strokes.slice(0, -1);
}

function load(name: string): Drawing {
  try {
    return (JSON.parse(kept(name, 'sessionStorage') ?? 'null') as Drawing | null) ?? NOTHING;
  } catch {
    return NOTHING;
  }
}
