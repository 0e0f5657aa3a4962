/** A file of text cases → its cases: a title, an input and what is expected, each ended by a line with a single dot. */
import { readFileSync } from 'node:fs';

export interface Case {
  readonly title: string;
  readonly input: string;
  readonly expected: string;
}

/** `path` is under tests/cases. `␍` in an input stands for a carriage return, `⇥` for a tab, `␀BOM` for a byte order mark. */
export function loadCases(path: string): readonly Case[] {
  const blocks = readFileSync(new URL(`../cases/${path}`, import.meta.url), 'utf8').split(/^\.\n/m);
  const cases: Case[] = [];
  for (let at = 0; at + 2 < blocks.length; at += 3) {
    const [title = '', input = '', expected = ''] = blocks.slice(at, at + 3);
    cases.push({ title: title.trim(), input: unmasked(input), expected: expected.trimEnd() });
  }
  return cases;
}

function unmasked(text: string): string {
  return text.replaceAll('␍', '\r').replaceAll('⇥', '\t').replaceAll('␀BOM', '\uFEFF');
}
