/** A line of a block of YAML, taken apart as people read it, where the YAML library could not. */

/** A line of the block, taken apart as `key: value`. Offsets are into the block's text. */
export interface Line {
  /** Without its indentation and the spaces at its end. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly key: string | null;
  readonly value: string;
  readonly valueStart: number;
}

/** The line in which an offset stands. */
export function lineAt(text: string, offset: number): Line {
  const from = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const whole = /^[^\r\n]*/.exec(text.slice(from))?.[0] ?? '';
  const start = from + whole.length - whole.trimStart().length;
  const line = whole.trim();
  const parts = /^(?:- +)?([^\s:#"'][^:]*?|"[^"]*"|'[^']*')\s*:(?:\s+|$)/.exec(line);
  const value = line.slice(parts?.[0].length ?? 0);
  const key = parts?.[1]?.replace(/^(["'])(.*)\1$/, '$2') ?? null;
  return {
    text: line,
    start,
    end: start + line.length,
    key,
    value,
    valueStart: start + (parts?.[0].length ?? 0),
  };
}

/** The next line that is not blank. */
export function lineAfter(line: Line, text: string): Line {
  return lineAt(text, line.end + (/^\s*/.exec(text.slice(line.end))?.[0].length ?? 0));
}
