/** Assets that changed → their paths, and the pages that show them. */
import { relative, sep } from 'node:path';
import type { Site } from './builder.ts';

/** The paths of the assets that are new, gone, or among the `changed` files (paths from `root`), and of the pages that name one. */
export function pagesWithAssets(now: Site, before: Site, changed: readonly string[], root: string): readonly string[] {
  const files = new Set(changed);
  const touched = [...now.assets].filter(([path, file]) => !before.assets.has(path) || files.has(pathInCourse(root, file)));
  const gone = [...before.assets.keys()].filter((path) => !now.assets.has(path));
  const assets = [...touched.map(([path]) => path), ...gone];
  const names = assets.flatMap(namesInPages);
  if (names.length === 0 || before.pages.size === 0) return [];
  const pages = [...now.pages].filter(([, content]) => names.some((name) => content.includes(name)));
  return [...assets, ...pages.map(([path]) => path)];
}

/** As it may be written in an address: pages are in several folders, so its own folders do not count. */
function namesInPages(path: string): readonly string[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return [...new Set([name, encodeURIComponent(name), encodeURI(name)])];
}

function pathInCourse(root: string, file: string): string {
  return relative(root, file).split(sep).join('/').normalize('NFC');
}
