/** Keys below the front matter → what they change: the later of a key counts, but nothing that is kept back is let out. */
import { type Diagnostic, diagnose, type Result } from '../model/diagnostic.ts';
import type { LectureSettings } from '../model/settings.ts';
import type { Span } from '../model/source.ts';
import { checkKeys, type Given, type Scope } from './keys/checkKeys.ts';
import type { LateBlock } from './readLateMetadata.ts';
import type { Value } from './value.ts';

/** Keys that say how the text is read, and so have to stand before it. */
const READS = new Set(['from', 'dialect', 'separator', 'separator-vertical', 'separator-notes']);

/** `own` with the keys of each block; `before` is what the lecture's settings are without them. */
export function joinLateMetadata(
  own: Given,
  blocks: readonly LateBlock[],
  before: LectureSettings,
  scope: Scope,
  text: string,
): Result<Given> {
  const values = new Map(own.values);
  const wrong = new Set(own.wrong);
  const diagnostics: Diagnostic[] = [];
  for (const { span, entries } of blocks) {
    const { value: late, diagnostics: found } = checkKeys(entries, scope, text);
    diagnostics.push(joins(span, found), ...found);
    for (const key of late.wrong) wrong.add(key);
    for (const [key, value] of late.values) {
      const refused = READS.has(key)
        ? tooLate(key, value.span)
        : letsOut(key, value, before, values)
          ? keptBack(key, value.span)
          : null;
      if (refused === null) values.set(key, value);
      else diagnostics.push(refused);
    }
  }
  return { value: { values, wrong }, diagnostics };
}

/** Keys that nobody knows were probably a slide. */
function joins(span: Span, found: readonly Diagnostic[]): Diagnostic {
  const severity = found.some((one) => one.rule === 'unknown-key') ? 'warning' : 'info';
  const message = 'What stands between these rules joins the front matter, as in pandoc, and is on no slide.';
  const hint = 'Move it to the first line of the file; or leave a blank line after the first “---” where it is a slide.';
  return diagnose({ rule: 'late-metadata', severity }, span, message, hint);
}

function tooLate(key: string, span: Span): Diagnostic {
  const message = `“${key}” says how the text is read, and stands too far down for that.`;
  return diagnose('late-metadata', span, message, 'Move it to the first lines of the file.');
}

function keptBack(key: string, span: Span): Diagnostic {
  const message = `“${key}” would let out what is kept back before, and is not taken here.`;
  return diagnose('late-metadata', span, message, 'Say it in the front matter, on the first lines of the file.');
}

/** Whether a key would publish what the settings, or a block before, keep back. */
function letsOut(key: string, value: Value, before: LectureSettings, values: ReadonlyMap<string, Value>): boolean {
  const given = textOf(value);
  const earlier = textOf(values.get(key));
  if (key === 'draft') return (before.draft || isYes(earlier)) && !isYes(given);
  if (key === 'notes') return (before.notes === 'private' || earlier === 'private') && given !== 'private';
  const day = [before.release ?? '', earlier].sort().at(-1) ?? '';
  return key === 'release' && given < day;
}

function textOf(value: Value | undefined): string {
  return value?.kind === 'scalar' && value.value !== null ? value.text.trim() : '';
}

function isYes(text: string): boolean {
  return /^(?:y|yes|true|on)$/i.test(text);
}
