/** A path in the course → the file's text, exactly as it stands on disk. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '../model/source.ts';
import { actualPath } from './openFiles.ts';

/** Reads a file of the course as UTF-8, byte order mark included. Throws where there is none, or it cannot be read. */
export function readSource(root: string, path: string): SourceFile {
  return { path: path.normalize('NFC'), text: textOnDisk(root, path) };
}

/** The name on disk may be in another form of Unicode than the path; that is looked up only where it has to be. */
function textOnDisk(root: string, path: string): string {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch (error) {
    const actual = actualPath(root, path);
    if (actual === null || actual === path) throw error;
    return readFileSync(join(root, actual), 'utf8');
  }
}
