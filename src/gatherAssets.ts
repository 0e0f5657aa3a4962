/** A course → the files of it that pages show, those that its style sheets need among them. */
import { join } from 'node:path';
import type { Introduction } from './syllabus.ts';
import type { Course } from './model/course.ts';
import type { Files } from './model/files.ts';
import { byCodePoint } from './model/order.ts';
import type { Page } from './model/page.ts';
import type { AssetUse, Resolved, Target } from './model/target.ts';
import { readSource } from './read/readSource.ts';
import { resolveStyle } from './resolve/resolveStyle.ts';

export interface GatheredAssets {
  /** Files to copy as they are, by their path in the site. */
  readonly copies: readonly AssetUse[];
  /** Style sheets, with addresses that hold in the site. */
  readonly styles: readonly Page[];
  /** Every address in those style sheets, for the checks. */
  readonly styleReferences: readonly Resolved[];
}

export function gatherAssets(
  course: Course,
  introduction: Introduction | null,
  references: readonly Resolved[],
  root: string,
  files: Files,
): GatheredAssets {
  const targets = [...references.map(({ target }) => target), ...(introduction?.targets.values() ?? [])];
  const wanted = [...course.lectures.flatMap((lecture) => lecture.outline?.assets ?? []), ...usesOf(targets)];
  const copies = new Map<string, AssetUse>();
  const styles = new Map<string, Page>();
  const styleReferences: Resolved[] = [];
  for (const asset of wanted) {
    if (copies.has(asset.output) || styles.has(asset.output)) continue;
    if (!asset.file.endsWith('.css')) {
      copies.set(asset.output, asset);
      continue;
    }
    const style = resolveStyle(readSource(root, asset.file).text, asset.file, course.syllabus, files);
    styles.set(asset.output, { path: asset.output, content: style.text });
    styleReferences.push(...style.references);
    // a style sheet may import another: the list grows while it is walked
    wanted.push(...usesOf(style.references.map(({ target }) => target)));
  }
  const sorted = [...copies.values()].sort((a, b) => byCodePoint(a.output, b.output));
  return { copies: sorted, styles: [...styles.values()], styleReferences };
}

/** Path in the site → absolute path on disk, of files that are copied as they are. */
export function filesOf({ copies }: Pick<GatheredAssets, 'copies'>, root: string): ReadonlyMap<string, string> {
  return new Map(copies.map(({ output, file }) => [output, join(root, file)]));
}

/** The files that guest lectures are, and whatever else targets lead to. */
function usesOf(targets: readonly Target[]): readonly AssetUse[] {
  return targets.flatMap((target) => (target.to === 'asset' ? [{ file: target.file, output: target.output }] : []));
}
