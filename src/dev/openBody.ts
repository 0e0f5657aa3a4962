/** A file on disk, or a page in memory → what can be sent of it. */
import { createHash } from 'node:crypto';
import { open, realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import { Readable } from 'node:stream';
import { contentTypeOf } from './contentTypes.ts';

/** What an answer is made of. Must be read to its end or closed. */
export interface Body {
  readonly type: string;
  /** In bytes. */
  readonly size: number;
  /** Changes with the content; in quotes. */
  readonly tag: string;
  /** From byte `start` up to, but without, `end`. */
  readonly read: (start: number, end: number) => Readable;
  readonly close: () => Promise<void>;
}

/** `path` tells the type. */
export function textBody(path: string, content: string): Body {
  const bytes = Buffer.from(content, 'utf8');
  return {
    type: contentTypeOf(path),
    size: bytes.length,
    tag: `"${createHash('sha256').update(bytes).digest('hex').slice(0, 24)}"`,
    read: (start, end) => Readable.from([bytes.subarray(start, end)], { objectMode: false }),
    close: async () => {},
  };
}

/** Null where there is no file at `path` (absolute), or where it leads out of `root` by a link (null: it may). */
export async function fileBody(path: string, root: string | null): Promise<Body | null> {
  try {
    if (root !== null && !(await realpath(path)).startsWith((await realpath(root)) + sep)) return null;
    const file = await open(path, 'r');
    const facts = await file.stat({ bigint: true });
    if (!facts.isFile()) {
      await file.close();
      return null;
    }
    return {
      type: contentTypeOf(path),
      size: Number(facts.size),
      tag: `"${facts.ino.toString(36)}-${facts.size.toString(36)}-${facts.mtimeNs.toString(36)}"`,
      read: (start, end) => file.createReadStream({ start, end: end - 1 }),
      close: () => file.close().catch(() => {}),
    };
  } catch {
    return null;
  }
}
