/** `check --localize`: shows what would become of images from other hosts, asks, and writes the files. */
import { chmodSync, mkdirSync, realpathSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fromHere, isColoured, prefixOf, sourcesOf } from './announce.ts';
import { applyEdits, type Edit } from './model/edit.ts';
import { byCodePoint } from './model/order.ts';
import type { FetchLimits } from './network/fetchImage.ts';
import type { CourseWork } from './pipeline.ts';
import { type LocalImage, type LocalPlan, planLocal } from './planLocal.ts';
import { actualPath, openFiles } from './read/openFiles.ts';
import { readSource } from './read/readSource.ts';
import { reportEdits } from './report/reportEdits.ts';

/** Whether all is done that can be: `asked in vain` where nobody can answer, and `yes` was not given. */
export type Localized = 'done' | 'refused' | 'asked in vain';

/** `yes`: nobody is asked. What is said goes to the terminal. */
export async function localizeImages(work: CourseWork, limits: FetchLimits, yes: boolean): Promise<Localized> {
  const { root } = work.input;
  const texts = new Map<string, string>();
  const plan = await planLocal(work.uses, openFiles(root), (path) => remember(texts, root, path), limits);
  for (const trouble of plan.troubles) console.error(trouble);
  if (plan.edits.length === 0) {
    console.log('There is no image of another host to fetch.');
    return 'done';
  }
  console.log(describe(plan, work));
  const answer = yes ? 'done' : await ask(plan);
  if (answer === 'done') console.log(write(plan, root, texts));
  else console.log('Nothing was written.');
  return answer;
}

/** The text that edits are made for: it must be the same when they are written. */
function remember(texts: Map<string, string>, root: string, path: string) {
  const source = readSource(root, path);
  texts.set(path, source.text);
  return source;
}

function describe(plan: LocalPlan, work: CourseWork): string {
  const options = { colour: isColoured(process.stdout), prefix: prefixOf(work) };
  const images = plan.images.map(({ path, bytes, url, there }) => {
    const what = there ? 'the same is there' : `${(bytes.length / 1000).toFixed(1)} KB`;
    return `${options.prefix}${path}  (${what}, from ${url})`;
  });
  return `${reportEdits(plan.edits, sourcesOf(work), options)}\n${images.join('\n')}\n`;
}

async function ask({ images, edits }: LocalPlan): Promise<Localized> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    console.error('Nobody can be asked here. Give “--yes” to write it.');
    return 'asked in vain';
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const what = `${count(images.length, 'image')} and ${count(filesIn(edits).length, 'file')}`;
    return /^y(?:es)?$/i.test((await terminal.question(`Write ${what}? [y/N] `)).trim()) ? 'done' : 'refused';
  } finally {
    terminal.close();
  }
}

/** Images first, so that no reference ever leads nowhere. A file that was changed meanwhile is left alone. */
function write({ images, edits }: LocalPlan, root: string, texts: ReadonlyMap<string, string>): string {
  const fresh = images.filter(({ there }) => !there);
  for (const image of fresh) writeImage(image, root);
  const paths = filesIn(edits);
  const changed = paths.filter((path) => readSource(root, path).text !== texts.get(path));
  for (const path of paths.filter((one) => !changed.includes(one)))
    writeInPlace(
      join(root, actualPath(root, path) ?? path),
      applyEdits(
        texts.get(path) ?? '',
        edits.filter(({ span }) => span.path === path),
      ),
    );
  const left = changed.map((path) => `\n“${fromHere(join(root, path))}” was changed meanwhile, and is left as it is.`);
  return `Wrote ${count(fresh.length, 'image')}, and changed ${count(paths.length - changed.length, 'file')}.${left.join('')}`;
}

function writeImage({ path, bytes }: LocalImage, root: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, bytes);
  renameSync(`${file}.new`, file);
}

/** Whole or not at all, with the rights that it has; a link stays a link. */
function writeInPlace(path: string, text: string): void {
  const file = realpathSync(path);
  const beside = `${file}.${process.pid}.new`;
  writeFileSync(beside, text);
  chmodSync(beside, statSync(file).mode);
  renameSync(beside, file);
}

function filesIn(edits: readonly Edit[]): readonly string[] {
  return [...new Set(edits.map(({ span }) => span.path))].sort(byCodePoint);
}

function count(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}
