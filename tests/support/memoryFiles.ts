/** A course as a plain object → what stages may ask of its disk. */
import { createHash } from 'node:crypto';
import type { Files } from '../../src/model/files.ts';
import { byCodePoint } from '../../src/model/order.ts';

/** `out` holds paths that exist but lead out of the course. */
export function memoryFiles(texts: Readonly<Record<string, string>>, out: readonly string[] = []): Files {
  const bytes = (path: string) => new TextEncoder().encode(texts[path] ?? '');
  return {
    size: (path) => (Object.hasOwn(texts, path) ? bytes(path).length : null),
    names: (folder) => {
      const inside = Object.keys(texts).flatMap((path) => {
        if (folder !== '' && !path.startsWith(`${folder}/`)) return [];
        const [name = '', ...rest] = path.slice(folder === '' ? 0 : folder.length + 1).split('/');
        return [rest.length === 0 ? name : `${name}/`];
      });
      return [...new Set(inside)].sort(byCodePoint);
    },
    bytes: (path) => {
      if (!Object.hasOwn(texts, path)) throw new Error(`There is no file “${path}”.`);
      return bytes(path);
    },
    hash: (path) => createHash('sha256').update(bytes(path)).digest('hex'),
    leadsOut: (path) => out.includes(path),
  };
}
