/** TeX environments in a text that is being read → where each ends. */
import { DEEPEST, type StateBlock, type StateInline } from './tokens.ts';

/** The offset after the `\end{…}` of the environment that begins at `start`, others nested in it; null where none ends before `limit`. */
export function endOfEnvironment(state: StateBlock | StateInline, start: number, limit: number): number | null {
  if (!state.src.startsWith('\\begin{', start)) return null;
  const ends = ENDS.get(state) ?? findEnds(state.src);
  ENDS.set(state, ends);
  const end = ends.get(start);
  return end === undefined || end > limit ? null : end;
}

/** Looked for once a text, since any number of environments may begin in it. */
const ENDS = new WeakMap<StateBlock | StateInline, ReadonlyMap<number, number>>();

const EDGE = /\\(begin|end)\{([a-zA-Z]+\*?)\}/g;

/** An environment that has begun, and how many of its name stand in each other in it so far. */
interface Open {
  readonly start: number;
  height: number;
}

/** By where an environment begins; those that nest too deep are none. */
function findEnds(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const openByName = new Map<string, Open[]>();
  for (const { 0: edge, 1: kind, 2: name = '', index } of text.matchAll(EDGE)) {
    const open = openByName.get(name) ?? [];
    openByName.set(name, open);
    if (kind === 'begin') open.push({ start: index, height: 1 });
    else {
      const closed = open.pop();
      const around = open.at(-1);
      if (closed === undefined) continue;
      if (around !== undefined) around.height = Math.max(around.height, closed.height + 1);
      if (closed.height <= DEEPEST) ends.set(closed.start, index + edge.length);
    }
  }
  return ends;
}
