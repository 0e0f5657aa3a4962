/**
 * Definitions of links with attributes; those without are markdown-it's own.
 *
 *     [plan]: images/plan.png "The plan" {width=50% .centre}
 *      ^ used as ![a plan][plan]         ^ of each link and image that uses it
 */
import { type ScannedAttributes, scanAttributes } from '../attributes.ts';
import { isOn } from '../isOn.ts';
import { environmentOf, indentOf, lineStart, lineText, type MarkdownIt, type StateBlock } from '../tokens.ts';
import { shift } from './heading.ts';

export function reference(markdown: MarkdownIt): void {
  markdown.block.ruler.before('reference', 'reference_attributes', parseReference);
}

/** What links and images take from a definition; the offsets of the attributes are those of the readable text. */
export interface Definition {
  readonly href: string;
  readonly title: string;
  readonly attributes: ScannedAttributes;
}

const DEFINITION =
  /^\[(?<label>(?:[^[\]\\]|\\.){1,999})\]:[ \t]*(?:<(?<angled>[^<>]*)>|(?<plain>[^\s<{][^\s]*))(?:[ \t]+(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|\((?<round>[^()]*)\)))?[ \t]*(?=\{)/;

function parseReference(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const start = lineStart(state, startLine);
  if (state.src.charCodeAt(start) !== 91 || indentOf(state, startLine) > 3 || !isOn(state, 'link_attributes')) return false;
  const line = lineText(state, startLine).trimEnd();
  if (!line.endsWith('}')) return false;
  const match = DEFINITION.exec(line);
  const scanned = match === null ? null : scanAttributes(line, match[0].length);
  if (match === null || scanned?.at[1] !== line.length) return false;
  if (silent) return true;
  const { label = '', angled, plain = '', double, single, round } = match.groups ?? {};
  const { definitions } = environmentOf(state);
  const name = state.md.utils.normalizeReference(label);
  const href = state.md.normalizeLink(angled ?? plain);
  const title = double ?? single ?? round ?? '';
  if (!definitions.has(name)) definitions.set(name, { href, title, attributes: shift(scanned, start) });
  state.line = startLine + 1;
  return true;
}
