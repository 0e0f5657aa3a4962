/** A course written in a test → its site, and the addresses under which a browser can open it. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, inject } from 'vitest';
import { buildSite } from './buildSite.ts';
import { type Served, serveFolder } from './serveFolder.ts';

/** How readers come to a site. */
export const WAYS = ['over http at the root', 'over http under a path', 'from disk'] as const;
export type Way = (typeof WAYS)[number];

const PATHS = { 'over http at the root': '/', 'over http under a path': '/some/repo/' } as const;

export interface Site {
  /** The folder that holds it. */
  readonly folder: () => string;
  /** The address of the site's root that way, with a slash at its end. */
  readonly at: (way: Way) => string;
}

type Files = Readonly<Record<string, string | Uint8Array>>;

/**
 * The site of a course of these files, or of what a function writes into its folder, for all tests of a file or group; without
 * any, the site of the project's own course.
 */
export function useSite(files: Files | ((root: string) => void) | null = null): Site {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'lectern-browser-')));
  const served = new Map<Way, Served>();
  const folder = files === null ? inject('site') : join(parent, 'site');
  beforeAll(async () => {
    const course = join(parent, 'course');
    if (typeof files === 'function') files(course);
    else if (files !== null) writeCourse(course, files);
    if (files !== null) buildSite(course, folder);
    for (const way of ['over http at the root', 'over http under a path'] as const)
      served.set(way, await serveFolder(folder, PATHS[way]));
  });
  afterAll(async () => {
    for (const one of served.values()) await one.close();
    rmSync(parent, { recursive: true, force: true });
  });
  return { folder: () => folder, at: (way) => served.get(way)?.url ?? `${pathToFileURL(folder).href}/` };
}

/** Writes files by path into a folder, and gives that back. */
export function writeCourse(root: string, files: Files): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}
