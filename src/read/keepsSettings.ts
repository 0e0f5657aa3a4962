/** A lecture as read, and its text before and after a save → whether only what stands below its keys is new. */
import type { LectureInput } from '../model/syllabus.ts';
import { readFrontMatter } from './readFrontMatter.ts';
import { readLateMetadata } from './readLateMetadata.ts';
import { takesLateKeys } from './readLecture.ts';

/** If so, its settings, their places and what was found while reading them are what they were. False where that is not certain. */
export function keepsSettings(lecture: LectureInput, before: string, after: string): boolean {
  const { block, late = [], settings, diagnostics, entry } = lecture;
  const isCertain = late.length === 0 && entry.kind !== 'file' && !diagnostics.some(({ severity }) => severity === 'error');
  if (!isCertain || before.includes(NOT_UTF8) || after.includes(NOT_UTF8)) return false;
  const source = { path: entry.source, text: after };
  const end = block?.end ?? 0;
  if (block !== null && before.slice(0, end + 1) !== after.slice(0, end + 1)) return false;
  if (block === null && !isNothing(readFrontMatter(source))) return false;
  return settings.reveal != null || !takesLateKeys(settings) || isNothing(readLateMetadata(source, end));
}

/** What stands for bytes that are none of a text. */
const NOT_UTF8 = '\uFFFD';

function isNothing({ value, diagnostics }: { readonly value: unknown; readonly diagnostics: readonly unknown[] }): boolean {
  return diagnostics.length === 0 && (value === null || (Array.isArray(value) && value.length === 0));
}
