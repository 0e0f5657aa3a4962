/** The files of `src` → their texts, and what each of them imports. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One `import … from` or `export … from` of a file. */
export interface Import {
  /** As written: `../model/source.ts`, `node:fs`. */
  readonly from: string;
  /** The file of `src` that it means; null for a package. */
  readonly file: string | null;
  /** `import type`: gone once it is compiled. */
  readonly type: boolean;
}

/** A file of `src`. */
export interface SourceText {
  /** From `src`, with `/`: `parse/parseLecture.ts`. */
  readonly path: string;
  /** The first folder of its path; empty for a file directly in `src`. */
  readonly folder: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

const IMPORT = /^(?:import|export)\s+(type\s+)?(?:[\w*$\s{},]+\s+from\s+)?'([^']+)'|\bimport\(\s*['`]([^'`]+)['`]/gm;

/** All TypeScript files of `src`, in order of their paths. */
export function sourceFiles(src: string): readonly SourceText[] {
  const names = readdirSync(src, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  return names
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(src, path), 'utf8');
      return { path, folder: path.includes('/') ? (path.split('/')[0] ?? '') : '', text, imports: importsOf(path, text) };
    });
}

/** What a text imports, where it stands at `path`. */
export function importsOf(path: string, text: string): readonly Import[] {
  return [...text.matchAll(IMPORT)].map(([, type, written, dynamic]) => {
    const from = written ?? dynamic ?? '';
    const file = from.startsWith('.') ? join(dirname(path), from).replaceAll('\\', '/') : null;
    return { from, file, type: type !== undefined };
  });
}
