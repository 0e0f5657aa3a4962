/** Before the browser tests: finds the browser, and builds the project's own course once for all of them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { buildSite } from './buildSite.ts';
import { findBrowser } from './findBrowser.ts';
import { thisMachine } from './thisMachine.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The path of the browser's program. */
    readonly browser: string;
    /** The folder of the site of the project's own course. */
    readonly site: string;
  }
}

export default function provideBrowser(project: TestProject): () => void {
  project.provide('browser', findBrowser(thisMachine));
  const folder = mkdtempSync(join(tmpdir(), 'lectern-site-'));
  project.provide('site', buildSite(fileURLToPath(new URL('../..', import.meta.url)), join(folder, 'site')));
  return () => rmSync(folder, { recursive: true, force: true });
}
