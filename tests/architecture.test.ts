import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Import, importsOf, type SourceText, sourceFiles } from './support/sourceFiles.ts';

const FILES = sourceFiles(join(import.meta.dirname, '../src'));
const BY_PATH = new Map(FILES.map((file) => [file.path, file]));
/** Files directly in `src`, and these folders, join the others. */
const JOINING = new Set(['', 'dev']);
const VAGUE = /^(?:utils?|helpers?|common|shared|misc|index)$/i;

/** `parse/tree.ts imports “../read/x.ts”` for each import that `wrong` finds. */
function wrongImports(wrong: (file: SourceText, imported: Import) => boolean): readonly string[] {
  return FILES.flatMap((file) =>
    file.imports.filter((imported) => wrong(file, imported)).map((imported) => `${file.path} imports “${imported.from}”`),
  );
}

/** `parse/tree.ts:12: let x` for each line that `pattern` finds in code. */
function wrongLines(pattern: RegExp, files: readonly SourceText[] = FILES): readonly string[] {
  return files.flatMap(({ path, text }) =>
    withoutComments(text)
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}: ${line.trim()}`] : [])),
  );
}

/** Comments as spaces, so that lines keep their numbers. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, ' '));
}

function folderOf(path: string): string {
  return BY_PATH.get(path)?.folder ?? (path.includes('/') ? (path.split('/')[0] ?? '') : '');
}

describe('what a file of src may import', () => {
  test('imports are found however they are written', () => {
    const text = [
      "import { a } from './a.ts';",
      "import type { B } from '../model/b.ts';",
      "import c, {\n  type D,\n  e,\n} from 'package';",
      "import './side.ts';",
      "export { f } from './f.ts';",
      "  const late = await import('./late.ts');",
    ].join('\n');
    expect(importsOf('parse/x.ts', text)).toEqual([
      { from: './a.ts', file: 'parse/a.ts', type: false },
      { from: '../model/b.ts', file: 'model/b.ts', type: true },
      { from: 'package', file: null, type: false },
      { from: './side.ts', file: 'parse/side.ts', type: false },
      { from: './f.ts', file: 'parse/f.ts', type: false },
      { from: './late.ts', file: 'parse/late.ts', type: false },
    ]);
  });

  test('every import of a file leads to a file of src', () => {
    expect(wrongImports((_, { file }) => file !== null && !BY_PATH.has(file) && !/\.css(?:\?inline)?$/.test(file))).toEqual([]);
  });

  test('a folder imports model, itself and packages; only files directly in src, and dev, join folders', () => {
    const wrong = wrongImports(({ folder }, { file }) => {
      if (file === null || JOINING.has(folder)) return false;
      return folderOf(file) !== folder && folderOf(file) !== 'model';
    });
    expect(wrong).toEqual([]);
  });

  test('no folder but dev imports a file directly in src', () => {
    expect(wrongImports(({ folder }, { file }) => !JOINING.has(folder) && file !== null && folderOf(file) === '')).toEqual([]);
  });

  test('the client knows nothing of the rest but model/wire.ts', () => {
    const wrong = wrongImports(
      ({ folder }, { file, from }) =>
        folder === 'client' &&
        (file === null ? from.startsWith('node:') : folderOf(file) !== 'client' && file !== 'model/wire.ts'),
    );
    expect(wrong).toEqual([]);
  });

  test('nothing imports the client: it is built apart', () => {
    expect(wrongImports(({ folder }, { file }) => folder !== 'client' && file !== null && folderOf(file) === 'client')).toEqual(
      [],
    );
  });

  test('only parse knows markdown-it', () => {
    expect(wrongImports(({ folder }, { from }) => folder !== 'parse' && /^markdown-it\b/.test(from))).toEqual([]);
  });

  test('parse, check, resolve, render, search and model never touch the disk, the network or another process', () => {
    const pure = new Set(['parse', 'check', 'resolve', 'render', 'search', 'model']);
    const outside = /^node:(?:fs|child_process|worker_threads|net|http|https|os|process)(?:\/|$)/;
    expect(wrongImports(({ folder }, { from }) => pure.has(folder) && outside.test(from))).toEqual([]);
  });

  test('no file imports itself, however far round (types not counted)', () => {
    expect(cycles()).toEqual([]);
  });
});

/** Each cycle once, as `a.ts → b.ts → a.ts`. */
function cycles(): readonly string[] {
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (path: string, above: readonly string[]): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      found.push([...above.slice(above.indexOf(path)), path].join(' → '));
      return;
    }
    state.set(path, 'open');
    for (const { file, type } of BY_PATH.get(path)?.imports ?? []) if (file !== null && !type) visit(file, [...above, path]);
    state.set(path, 'done');
  };
  for (const { path } of FILES) visit(path, []);
  return found;
}

describe('how a file of src is written', () => {
  test('its name says what is in it', () => {
    const names = FILES.flatMap(({ path }) => path.split('/').map((name) => ({ path, name: name.replace(/\.ts$/, '') })));
    expect(names.filter(({ name }) => VAGUE.test(name)).map(({ path }) => path)).toEqual([]);
  });

  test('it opens with a sentence on what it is', () => {
    const wrong = FILES.filter(({ text }) => !/^(?:#!.*\n)?\/\*\*\s[^*]*?\S[\s\S]*?[.:)”]\s*(?:\*\/|\n)/.test(text));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('nothing in a module changes: no let outside of a function', () => {
    expect(wrongLines(/^(?:export )?(?:let|var)\s/)).toEqual([]);
  });

  test('there is no any', () => {
    expect(wrongLines(/(?:[:<|&,(]|\bas|=>|=)\s*(?:readonly\s+)?any\b(?:\[\])*\s*(?:[;,)>|&=\]}]|$)/)).toEqual([]);
  });

  test('it is no barrel', () => {
    expect(wrongLines(/^export\s+(?:type\s+)?(?:\*|\{[^}]*\})\s+from\s/)).toEqual([]);
  });

  // What a file is named after is what its opening sentence is about; a type is told by its fields.
  test('each function and constant that it offers has a docstring', () => {
    const wrong = FILES.filter(({ folder }) => folder !== 'client').flatMap(({ path, text }) => {
      const lines = text.split('\n');
      return lines.flatMap((line, at) => {
        const name = /^export (?:async )?(?:function\*?|const|class)\s+(\w+)/.exec(line)?.[1];
        if (name === undefined || lines[at - 1]?.trimEnd().endsWith('*/') === true) return [];
        return isNamedAfter(path, name) ? [] : [`${path}:${at + 1}: ${name}`];
      });
    });
    expect(wrong).toEqual([]);
  });
});

/** `parse/syntax/code-attributes.ts` and `codeAttributes` are one name. */
function isNamedAfter(path: string, name: string): boolean {
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.ts$/, '');
  return stem.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) === name;
}
