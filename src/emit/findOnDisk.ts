/** A path in NFC → the file of that name on disk, which may have been saved in another Unicode form (by macOS, by archives). */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The absolute path of `file` (from `root`, with `/` between folders). Throws `ENOENT` where there is none. */
export function findOnDisk(root: string, file: string): string {
  return file.split('/').reduce((folder, name) => {
    const same = readdirSync(folder).find((other) => other.normalize('NFC') === name.normalize('NFC'));
    return join(folder, same ?? name);
  }, root);
}
