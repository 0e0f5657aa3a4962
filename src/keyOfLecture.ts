/** Everything that a lecture's work depends on, but for the files that it takes in → a key that changes with any of it. */
import { createHash } from 'node:crypto';
import type { LectureInput } from './model/syllabus.ts';
import { readText } from './read/readText.ts';

/** `around` is what all lectures share: the syllabus and the options. The function reads each lecture once. */
export function keyOfLecture(root: string, around: unknown): (input: LectureInput) => string {
  const shared = createHash('sha256').update(JSON.stringify(around)).digest('hex');
  const keys = new Map<string, string>();
  return (input) => {
    const { source } = input.entry;
    const key = keys.get(source) ?? makeKey(shared, input, readText(root, source).value?.text ?? '');
    keys.set(source, key);
    return key;
  };
}

function makeKey(shared: string, input: LectureInput, text: string): string {
  const { settings, block, late, diagnostics, changed, redirects } = input;
  const extensions = [...(settings.extensions ?? [])];
  return createHash('sha256')
    .update(shared)
    .update(JSON.stringify([settings, [...settings.spans], extensions, block, late, diagnostics, changed, redirects]))
    .update(text)
    .digest('hex');
}
