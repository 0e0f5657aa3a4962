/** Strokes and a pointer, in shares of a slide's width and height → lines over it. */
import type { Stroke } from '../../model/wire.ts';

export interface Board {
  readonly element: SVGElement;
  readonly show: (strokes: readonly Stroke[]) => void;
  /** Null: nobody points at anything. */
  readonly point: (at: readonly [number, number] | null) => void;
}

/** The height of a slide on which lines are as thick as the style sheet says. */
const HEIGHT = 720;

/** A page that draws nothing need not carry them in its style sheet; its policy lets scripts set them. */
const STYLES = {
  board:
    'position:absolute;inset:0;width:100%;height:100%;z-index:30;pointer-events:none;overflow:hidden;fill:none;' +
    'stroke-linecap:round;stroke-linejoin:round;forced-color-adjust:none',
  rim: 'stroke:var(--paper);stroke-width:10;opacity:.85',
  ink: 'stroke:var(--bad);stroke-width:6',
  dot: 'fill:var(--bad);stroke:var(--paper);stroke-width:4',
} as const;

/** `width` and `height` are the slide's, in whatever unit. */
export function makeBoard(width: number, height: number): Board {
  const across = (HEIGHT * width) / height;
  const element = make('svg', STYLES.board, {
    class: 'lectern-board',
    viewBox: `0 0 ${across} ${HEIGHT}`,
    'aria-hidden': 'true',
  });
  const lines = make('g');
  const dot = make('circle', STYLES.dot, { class: 'dot', r: '13', visibility: 'hidden' });
  element.append(lines, dot);
  const drawn = new Map<string, SVGElement>();
  return {
    element,
    show: (strokes) => {
      for (const { id } of strokes) if (!drawn.has(id)) drawn.set(id, makeLine());
      for (const { id, points } of strokes) setPoints(drawn.get(id), points, across);
      lines.replaceChildren(...strokes.flatMap(({ id }) => drawn.get(id) ?? []));
    },
    point: (at) => {
      dot.setAttribute('visibility', at === null ? 'hidden' : 'visible');
      if (at !== null) dot.setAttribute('transform', `translate(${at[0] * across} ${at[1] * HEIGHT})`);
    },
  };
}

/** A line and, below it, a broader one that keeps it apart from what is on the slide. */
function makeLine(): SVGElement {
  const line = make('g');
  line.append(make('polyline', STYLES.rim, { class: 'rim' }), make('polyline', STYLES.ink, { class: 'ink' }));
  return line;
}

function setPoints(line: SVGElement | undefined, points: readonly number[], across: number): void {
  const text = points.map((share, at) => (share * (at % 2 === 0 ? across : HEIGHT)).toFixed(1)).join(' ');
  // a single point is a line to itself, which its round ends make a dot
  const full = points.length === 2 ? `${text} ${text}` : text;
  for (const part of line?.children ?? []) if (part.getAttribute('points') !== full) part.setAttribute('points', full);
}

function make(name: string, style = '', attributes: Readonly<Record<string, string>> = {}): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name) as SVGElement;
  if (style !== '') element.style.cssText = style;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
