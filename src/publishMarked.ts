/** Some lectures of a course → a site of their pages that say where in the source each element stands: measured, never published. */
import { copyFileSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readClient } from './emit/copyClient.ts';
import { listPublic } from './emit/copyPublic.ts';
import { writeStaged } from './emit/writeStaged.ts';
import { workOnLectures } from './lectures.ts';
import type { BuildOptions } from './model/client.ts';
import type { LectureInput } from './model/syllabus.ts';
import type { CourseOptions, Inspectable } from './pipeline.ts';

/** `site` is an empty folder, absolute. The files that pages show are not copied there where a link to them will do. */
export async function publishMarked(
  options: CourseOptions,
  course: Inspectable,
  lectures: readonly LectureInput[],
  site: string,
): Promise<void> {
  const build: BuildOptions = { ...options.build, marked: true, url: null };
  const { root, folder, assets } = course;
  const pages = { to: 'folder', staging: site } as const;
  const data = { root, folder, syllabus: course.course.syllabus, options: build, client: options.client, pages };
  await workOnLectures(lectures, data, null, () => {});
  for (const page of [...course.renderPages(build), ...assets.styles]) writeStaged(site, page);
  for (const { file, output } of assets.copies) place(join(root, file), join(site, output));
  for (const [path, file] of readClient(options.client).files) place(file, join(site, path));
  for (const [path, file] of listPublic(root).value) place(file, join(site, path));
}

/** What a build would not write either, and report, is left out. */
function place(file: string, path: string): void {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  try {
    symlinkSync(file, path);
  } catch {
    // not everybody may make links on Windows
    copyFileSync(file, path);
  }
}
