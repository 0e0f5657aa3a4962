/** Paths in the site, one after another → no file twice, none outside the site, none where a folder must be. */

/** What has been given a place so far. */
export interface Places {
  /** Throws for a path that was taken before, that is no path inside the site, or where a folder is. */
  readonly take: (path: string) => void;
  /** The path that makes it impossible or unsafe to put a file at `path`; null where nothing does. */
  readonly obstacle: (path: string) => string | null;
  /** Every folder that a taken path is in, `''` (the site itself) first. */
  readonly folders: () => Iterable<string>;
}

/** Starts with an empty site, in which only the place of the manifest is known. */
export function takePlaces(): Places {
  const files = new Set<string>();
  const folders = new Set<string>(['']);
  // Some file systems take `Index.html` for `index.html`: a stranger's file must differ in more than that.
  const taken = new Map([['lectern.json', 'lectern.json']]);
  const obstacle = (path: string): string | null => {
    const wanted = withoutCase(path);
    const above = foldersAbove(wanted).find((folder) => taken.get(folder) !== undefined && !taken.get(folder)?.endsWith('/'));
    return taken.get(wanted) ?? (above === undefined ? null : (taken.get(above) ?? null));
  };
  const take = (path: string): void => {
    checkPath(path);
    const above = foldersAbove(path);
    if (files.has(path) || folders.has(path) || above.some((folder) => files.has(folder))) {
      throw new Error(`Two files of the site want the path “${path}”.`);
    }
    files.add(path);
    taken.set(withoutCase(path), path);
    for (const folder of above) {
      if (folders.has(folder)) continue;
      folders.add(folder);
      taken.set(withoutCase(folder), `${folder}/`);
    }
  };
  return { take, obstacle, folders: () => folders };
}

/** Throws unless `path` is relative, with `/` between plain names. */
export function checkPath(path: string): void {
  const names = path.split('/');
  const plain = names.every((name) => name !== '' && name !== '.' && name !== '..');
  if (!plain || path.includes('\\') || path.includes('\0')) throw new Error(`“${path}” is no path inside the site.`);
}

function foldersAbove(path: string): readonly string[] {
  const names = path.split('/');
  return names.slice(1).map((_, at) => names.slice(0, at + 1).join('/'));
}

function withoutCase(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
