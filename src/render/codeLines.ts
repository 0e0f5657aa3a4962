/** Highlighted code → its lines, each in an element of its own; once more for each further step. */
import type { CodeLines, LineRange } from '../model/codeLines.ts';

/** What stands inside of `<code>`. Copies for steps are left out of what is read aloud; `fragmentIndex` is that of the first copy. */
export function writeCodeLines(html: string, { steps }: CodeLines, fragmentIndex: number | null): string {
  const lines = splitLines(html);
  return steps
    .map((emphasised, at) => {
      const index = fragmentIndex === null ? '' : ` data-fragment-index="${fragmentIndex + at - 1}"`;
      const copy = at === 0 ? '"code-lines"' : `"code-lines fragment"${index} aria-hidden="true"`;
      return `<span class=${copy}>${lines.map((line, number) => writeLine(line, number + 1, emphasised)).join('\n')}</span>`;
    })
    .join('');
}

function writeLine(line: string, number: number, emphasised: readonly LineRange[] | null): string {
  if (emphasised === null) return `<span class="code-line">${line}</span>`;
  const on = emphasised.some(([first, last]) => first <= number && number <= last);
  return `<span class="code-line ${on ? 'on' : 'off'}">${line}</span>`;
}

/** The lines of HTML made of text and spans; a span that goes over a line's end is closed there, and opened again. */
export function splitLines(html: string): readonly string[] {
  const lines: string[] = [];
  const open: string[] = [];
  let line = '';
  let from = 0;
  for (const { 0: mark, index } of html.matchAll(/<\/?span[^>]*>|\n/g)) {
    line += html.slice(from, index);
    from = index + mark.length;
    if (mark === '\n') {
      lines.push(line + '</span>'.repeat(open.length));
      line = open.join('');
      continue;
    }
    if (mark === '</span>') open.pop();
    else open.push(mark);
    line += mark;
  }
  lines.push(line + html.slice(from));
  return lines;
}

/** The columns that line numbers take at the left, for the size of the type. */
export function gutterOf({ first }: CodeLines, lines: number): number {
  return String(first + lines - 1).length + 3;
}
