/** The files that run in the reader's browser, prebuilt → the site's `_lectern/`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { ClientFiles } from '../model/client.ts';
import { byCodePoint } from '../model/order.ts';
import { remembered } from '../model/remembered.ts';
import type { Output } from './openOutput.ts';

/** In the client's folder: plain name → file name with a hash in it. */
const NAMES = 'client.json';
/** What stands in pages themselves, what is copied where it is asked for, and what checks use, is no file of `_lectern/`. */
const CARRIED = /^first\.|^room\.|^share\.png$/;
/** Is there only while a course is written. */
const UNPUBLISHED = /\/(?:live|measure)\./;
/** Where the client's folder comes to stand in the site. */
const SITE = '_lectern/';

type Files = ReadonlyMap<string, string>;

/**
 * The client built in `folder` (absolute), with every file of it that is published: path in the site → absolute path on disk,
 * sorted; and those that are never published.
 */
export function readClient(folder: string): ClientFiles & { readonly files: Files; readonly unpublished: Files } {
  const names = new Map(Object.entries(JSON.parse(readFileSync(join(folder, NAMES), 'utf8')) as Record<string, string>));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== NAMES && !CARRIED.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map(
      (file) =>
        [
          SITE +
            file
              .slice(folder.length + 1)
              .split(sep)
              .join('/'),
          file,
        ] as const,
    )
    .sort((a, b) => byCodePoint(a[0], b[0]));
  const path = (name: string): string => {
    const file = names.get(name);
    if (file === undefined) throw new Error(`The client has no file “${name}”.`);
    return SITE + file;
  };
  const text = remembered((name) => readFileSync(join(folder, path(name).slice(SITE.length)), 'utf8').trimEnd());
  const unpublished = files.filter(([name]) => UNPUBLISHED.test(name));
  return { path, text, files: new Map(files.filter(([name]) => !UNPUBLISHED.test(name))), unpublished: new Map(unpublished) };
}

/** Copies the client built in `folder` (absolute) into `_lectern/`. */
export function copyClient(output: Output, folder: string): void {
  for (const [path, source] of readClient(folder).files) output.place(source, path, true);
}
