/** The course's own file → its text, which introduces the home page. */
import type { SourceFile, Span } from '../model/source.ts';
import { readFrontMatter } from './readFrontMatter.ts';
import { readSource } from './readSource.ts';

/** The course's `index.md`, and where its front matter stands in it; `index` is its path in the course. */
export function readIntroduction(root: string, index: string): { readonly source: SourceFile; readonly block: Span | null } {
  const source = readSource(root, index);
  return { source, block: readFrontMatter(source).value?.span ?? null };
}
