/** Files of a course → the course on disk, the development server that shows it, and the hand that changes it. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Dev, type DevWishes, startDev } from './startDev.ts';
import { writeFolder } from './writeFolder.ts';

export interface Writing extends Dev {
  readonly root: string;
  readonly save: (path: string, text: string | Uint8Array) => void;
  readonly rename: (from: string, to: string) => void;
  readonly remove: (path: string) => void;
}

/** It is over, and gone, with the test. */
export async function startWriting(files: Readonly<Record<string, string>>, wishes: DevWishes = {}): Promise<Writing> {
  const root = writeFolder(files);
  const dev = await startDev(root, wishes);
  onTestFinished(() => dev.stop());
  return {
    ...dev,
    root,
    save: (path, text) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    rename: (from, to) => renameSync(join(root, from), join(root, to)),
    remove: (path) => rmSync(join(root, path), { recursive: true }),
  };
}
