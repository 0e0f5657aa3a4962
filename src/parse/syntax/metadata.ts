/**
 * Keys in the middle of a text: on no slide. Those of a lecture were read with its front matter.
 *
 *     ---
 *     key: value
 *     ---
 *     ^ after a blank line, with no blank line inside its first line, and a mapping; else a rule
 */
import { parseDocument, isMap } from 'yaml';
import { isOn } from '../isOn.ts';
import { environmentOf, lineEnd, lineStart, lineText, type MarkdownIt, type StateBlock } from '../tokens.ts';

/** Keys without which something would be published that should not. */
const KEEPS_BACK: ReadonlySet<string> = new Set(['draft', 'release', 'notes']);

export function metadata(markdown: MarkdownIt): void {
  markdown.block.ruler.before('hr', 'metadata', parseMetadata);
}

function parseMetadata(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (state.src.charCodeAt(lineStart(state, startLine)) !== 45) return false;
  if (lineText(state, startLine).trimEnd() !== '---') return false;
  if (environmentOf(state).isTaken(lineStart(state, startLine))) return passOver(state, startLine, endLine, silent);
  if (state.level > 0 || state.blkIndent > 0 || !takesLateKeys(state)) return false;
  if (startLine > 0 && !state.isEmpty(startLine - 1)) return false;
  const closing = closingLine(state, startLine, endLine);
  if (closing === null) return false;
  const from = lineStart(state, startLine + 1);
  const document = parseDocument(state.src.slice(from, lineStart(state, closing)));
  if (document.errors.length > 0 || !isMap(document.contents)) return false;
  if (silent) return true;
  const keys = document.contents.items.map(({ key }) => String(key));
  const kept = keys.find((key) => KEEPS_BACK.has(key));
  environmentOf(state).report(
    { rule: 'late-metadata', severity: kept === undefined ? 'warning' : 'error' },
    [lineStart(state, startLine), lineEnd(state, closing)],
    `What stands between these rules reads as front matter, so it is on no slide, and ${kept === undefined ? 'its keys are' : `its “${kept}” is`} not taken.`,
    'Move it to the first line of the file; or leave a blank line after the first “---” where it is a slide.',
  );
  state.line = closing + 1;
  return true;
}

/** CommonMark has keys on the first lines only. */
function takesLateKeys(state: StateBlock): boolean {
  return isOn(state, 'yaml_metadata_block') && !isOn(state, 'commonmark');
}

/** Keys that were read with the front matter. */
function passOver(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const closing = closingLine(state, startLine, endLine);
  if (closing === null) return false;
  if (!silent) state.line = closing + 1;
  return true;
}

/** The line that ends the keys; null where there is none, or where the first line is blank. */
function closingLine(state: StateBlock, startLine: number, endLine: number): number | null {
  if (startLine + 1 >= endLine || state.isEmpty(startLine + 1)) return null;
  for (let line = startLine + 1; line < endLine; line++)
    if (/^(?:---|\.\.\.)$/.test(lineText(state, line).trimEnd())) return line;
  return null;
}
