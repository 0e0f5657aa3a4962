/** The border lines of a grid table → how its columns are aligned, and where its head and foot are. */
import type { Column } from './tokens.ts';

export interface GridLines {
  /** The lines with every border drawn with `-`, and no colons in it. */
  readonly lines: readonly string[];
  /** The lines of `=`, ascending. */
  readonly parts: readonly number[];
  readonly alignments: readonly Column['align'][];
}

/** The first line of `=`, else the first line of all, says how columns are aligned. `width`: of the longest line. */
export function readGridLines(drawn: readonly string[], width: number): GridLines {
  const parts: number[] = [];
  let alignments: readonly Column['align'][] | null = null;
  for (const [line, text] of drawn.entries()) {
    const found = text.length < width ? null : alignmentsIn(text, '=');
    if (found === null) continue;
    parts.push(line);
    alignments ??= found;
  }
  const [first = ''] = drawn;
  alignments ??= first.length < width ? [] : alignmentsIn(first, '-');
  const borders = new Set([0, ...parts]);
  const lines = drawn.map((text, line) => (borders.has(line) ? text.replace(/[=:]/g, '-') : text));
  return { lines, parts, alignments: alignments ?? [] };
}

const BORDER = { '=': /^\+(?::?=+:?\+)+.?$/, '-': /^\+(?::?-+:?\+)+.?$/ } as const;

/** Null where a line is not a border drawn with this character. */
function alignmentsIn(text: string, character: '=' | '-'): readonly Column['align'][] | null {
  if (!BORDER[character].test(text)) return null;
  const columns = text.slice(1, text.lastIndexOf('+')).split('+');
  return columns.map((dashes) =>
    dashes.startsWith(':') ? (dashes.endsWith(':') ? 'center' : 'left') : dashes.endsWith(':') ? 'right' : null,
  );
}
