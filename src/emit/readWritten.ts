/** The files of a site that is not published yet → their bytes, one after another. */
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '../model/page.ts';

/** A file of the site, or a piece of a large one. */
export interface WrittenBytes {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** No more than this is in memory at once. */
const PIECE = 16 * 1024 * 1024;
/** Pieces overlap, so that words at their ends are whole in one of them. */
const OVERLAP = 4096;

/** Every file of `paths` under `staging`, in that order; `held` is one that is in memory until the end. */
export function* readWritten(staging: string, paths: readonly string[], held: Page): Generator<WrittenBytes> {
  for (const path of paths) {
    if (path === held.path) yield { path, bytes: Buffer.from(held.content, 'utf8') };
    else if (statSync(join(staging, path)).size <= PIECE) yield { path, bytes: readFileSync(join(staging, path)) };
    else yield* readPieces(staging, path);
  }
}

function* readPieces(staging: string, path: string): Generator<WrittenBytes> {
  const file = openSync(join(staging, path), 'r');
  try {
    for (let at = 0; ; at += PIECE - OVERLAP) {
      const bytes = Buffer.alloc(PIECE);
      const length = readSync(file, bytes, 0, PIECE, at);
      yield { path, bytes: bytes.subarray(0, length) };
      if (length < PIECE) return;
    }
  } finally {
    closeSync(file);
  }
}
