import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pandocTree, slidesTree } from './support/pandocTree.ts';
import { renderSite } from './support/renderSite.ts';

interface Vector {
  readonly name: string;
  readonly options: { readonly 'slide-level'?: number; readonly incremental?: boolean; readonly from?: string };
  readonly input: string;
  readonly output: string;
}

/** Why a vector differs, and what comes out instead: lines of the tree. */
interface Difference {
  readonly why: string;
  readonly ours: readonly string[];
}

const FOLDER = new URL('./cases/pandoc/', import.meta.url);
const UPDATE = process.env['UPDATE'] === '1';
const vectors = ['vectors.json', 'more.json'].flatMap(vectorsOf);
const differences = JSON.parse(readFileSync(new URL('differences.json', FOLDER), 'utf8')) as Record<string, Difference>;

describe('what pandoc 3.10 makes of a text, and what we make of it', () => {
  for (const vector of vectors) {
    const difference = differences[vector.name];
    test(`${vector.name}${difference === undefined ? '' : `, but: ${difference.why}`}`, async () => {
      const ours = slidesTree(await deckOf(vector));
      const theirs = pandocTree(vector.output);
      if (UPDATE && difference !== undefined) differences[vector.name] = { ...difference, ours: ours.split('\n') };
      else if (difference === undefined) expect(ours).toBe(theirs);
      else {
        expect(ours.split('\n')).toEqual(difference.ours);
        expect(ours, 'no difference any more: take it off the list').not.toBe(theirs);
      }
    });
  }

  test('every difference is that of a vector', () => {
    const names = new Set(vectors.map(({ name }) => name));
    expect(Object.keys(differences).filter((name) => !names.has(name))).toEqual([]);
    if (UPDATE) writeFileSync(new URL('differences.json', FOLDER), `${JSON.stringify(differences, null, 2)}\n`);
  });
});

function vectorsOf(name: string): readonly Vector[] {
  const { vectors } = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as { readonly vectors: readonly Vector[] };
  return vectors;
}

/** The page of a deck with the vector's text and options. */
async function deckOf({ input, options }: Vector): Promise<string> {
  const { from, 'slide-level': level } = options;
  const pages = await renderSite({
    'slides/index.md': `---\ntitle: Course\ndefaults:\n  incremental: ${options.incremental === true}\n${level === undefined ? '' : `  slide-level: ${level}\n`}${from === undefined ? '' : `  from: ${from}\n`}---\n`,
    'slides/01-deck.md': input,
  });
  return pages.get('deck.html') ?? '';
}
