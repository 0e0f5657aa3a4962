/** A path in the course → the file's text, or what keeps it from being read. */
import { diagnose, type Result } from '../model/diagnostic.ts';
import type { SourceFile, Span } from '../model/source.ts';
import { readSource } from './readSource.ts';

/** The text of a file; null and an error where it cannot be read. */
export function readText(root: string, path: string): Result<SourceFile | null> {
  try {
    const source = readSource(root, path);
    const at = source.text.indexOf('\uFFFD');
    if (at < 0) return { value: source, diagnostics: [] };
    const message = 'Here are bytes that are not UTF-8, and cannot be shown.';
    return {
      value: source,
      diagnostics: [diagnose('encoding', { path, start: at, end: at + 1 }, message, 'Save the file as UTF-8.')],
    };
  } catch {
    return {
      value: null,
      diagnostics: [diagnose('unreadable-file', startOf(path), `“${path}” cannot be read.`, 'See who may read it.')],
    };
  }
}

/** A file's very beginning, for what concerns it as a whole. */
export function startOf(path: string): Span {
  return { path, start: 0, end: 0 };
}
