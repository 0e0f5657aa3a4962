/** A text, or several files, as lectures → what the whole pipeline makes of them, without writing a site. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workOnCourse } from '../../src/pipeline.ts';
import { BUILD, writeClient } from './renderSite.ts';

export interface Worked {
  readonly pages: number;
  /** Everything on the pages, tags and all. */
  readonly shown: string;
  readonly rules: readonly string[];
}

/** Reads, parses, resolves, checks and renders. */
export async function workOnText(
  content: string | Uint8Array | Readonly<Record<string, string>>,
  dialect: 'pandoc' | 'reveal',
): Promise<Worked> {
  const root = mkdtempSync(join(tmpdir(), 'lectern-hostile-'));
  try {
    const files = typeof content === 'string' || content instanceof Uint8Array ? { 'talk.md': content } : content;
    mkdirSync(join(root, 'slides'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, 'slides', name), text);
    if (dialect === 'reveal') writeFileSync(join(root, 'reveal-md.json'), '{}');
    const client = writeClient();
    const work = await workOnCourse({ argument: root, out: null, build: BUILD, client, onProgress: () => {} }, { to: 'answer' });
    const pages = [...work.pages, ...work.lecturePages];
    const shown = work.lecturePages.map(({ content: html }) => html).join('\n');
    return { pages: pages.length, shown, rules: work.diagnostics.map(({ rule }) => rule) };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
