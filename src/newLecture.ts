/** A title → the next lecture's file, with a first slide, ready to be written. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf, numberOf } from './model/address.ts';

/** Writes the lecture into the course at `root` (absolute); its path from there. Throws where a lecture has that name already. */
export function newLecture(root: string, title: string): string {
  const folder = existsSync(join(root, 'slides')) ? 'slides' : '';
  const names = readdirSync(join(root, folder)).sort();
  const numbers = names.filter((name) => /\.(?:md|pdf)$/.test(name)).flatMap((name) => numberOf(name) ?? []);
  const width = Math.max(2, ...numbers.map((number) => number.length));
  const next = numbers.length === 0 ? 0 : Math.max(...numbers.map(Number)) + 1;
  const name = addressOf(`${title.replaceAll('/', ' ').replaceAll('.', ' ')}.md`);
  const taken = names.find((other) => other.endsWith('.md') && addressOf(other) === name);
  if (taken !== undefined) throw new Error(`“${join(folder, taken)}” is at that address already.`);
  const path = join(folder, `${String(next).padStart(width, '0')}-${name}.md`);
  writeFileSync(join(root, path), firstText(title), { flag: 'wx' });
  return path;
}

function firstText(title: string): string {
  return `---
title: ${JSON.stringify(title)}
status: wip
---

# ${title}

## What it is about

- The first thing to know

::: notes

What you say about it.

:::
`;
}
