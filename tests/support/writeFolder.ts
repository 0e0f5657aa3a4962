/** A map from paths to texts → a folder on disk, gone when the test is over. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** The absolute path of the folder, whose last name is `name`. */
export function writeFolder(files: Readonly<Record<string, string>>, name = 'my-course'): string {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'lectern-')));
  const root = join(parent, name);
  mkdirSync(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  return root;
}
