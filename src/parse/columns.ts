/** Lines of text → what stands in which column of them, for tables that are drawn with characters. */
import { characterWidth } from '../model/characterWidth.ts';
import { indentOf, lineEnd, lineStart, type StateBlock } from './tokens.ts';

/** A line inside its container: one character of `text` a column, tabs as spaces, a wide character as itself and a NUL. */
export interface DrawnLine {
  readonly text: string;
  /** The offset in the readable text of what stands at a column (0-based); the end of the line where nothing does. */
  readonly offsetAt: (column: number) => number;
}

const PLAIN = /^[\x20-\x7e]*$/;
const TAB = 4;

/** A line (0-based) of the text that is being read, as drawn in its container. */
export function drawnLine(state: StateBlock, line: number): DrawnLine {
  const [start, end] = [lineStart(state, line), Math.max(lineStart(state, line), lineEnd(state, line))];
  const indent = Math.max(0, indentOf(state, line));
  const source = state.src.slice(start, end);
  if (!PLAIN.test(source)) return drawAll(source, start, indent, (state.bsCount[line] ?? 0) + (state.sCount[line] ?? 0));
  return {
    text: ' '.repeat(indent) + source,
    offsetAt: (column) => Math.min(end, start + Math.max(0, column - indent)),
  };
}

/** `absolute`: the column of the source where the text begins, by which tabs go. */
function drawAll(source: string, start: number, indent: number, absolute: number): DrawnLine {
  const offsets: number[] = Array.from({ length: indent }, () => start);
  const pieces: string[] = [' '.repeat(indent)];
  let at = start;
  for (const character of source) {
    const width = character === '\t' ? TAB - ((absolute + offsets.length - indent) % TAB) : characterWidth(character);
    pieces.push(character === '\t' ? ' '.repeat(width) : drawn(character, width));
    for (let column = 0; column < width; column++) offsets.push(column === 0 ? at : at + character.length);
    at += character.length;
  }
  const end = start + source.length;
  return { text: pieces.join(''), offsetAt: (column) => offsets[column] ?? end };
}

/** A character of two code units takes one place, or two: nothing is drawn with it. */
function drawn(character: string, width: number): string {
  if (width === 0) return '';
  return (character.length > 1 ? '\uFFFD' : character) + '\0'.repeat(width - 1);
}
