/** A course → its site on disk: everything written beside, scanned for what must not get out, then put in place. */
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { regradeDiagnostics } from './check/settleDiagnostics.ts';
import { copyClient } from './emit/copyClient.ts';
import { copyPublic } from './emit/copyPublic.ts';
import { describeLeaks, findLeaks } from './emit/findLeaks.ts';
import { openOutput, type Output } from './emit/openOutput.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import { STRINGS } from './model/strings.ts';
import { publishPictures } from './publishPictures.ts';
import { type CourseOptions, type CourseWork, workOnCourse } from './pipeline.ts';

export interface Published {
  readonly work: CourseWork;
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the site is in place; where it is not, the old one is as it was. */
  readonly written: boolean;
}

/** Null work: the output folder is refused, which the diagnostics say. */
export type Publishing =
  | Published
  | { readonly work: null; readonly diagnostics: readonly Diagnostic[]; readonly written: false };

/** Builds the site at `out` (absolute). `strict`: warnings keep it from being written, as errors do. */
export async function publishCourse(options: CourseOptions, out: string, strict: boolean): Promise<Publishing> {
  const { value: output, diagnostics: refusal } = openOutput(out, { root: courseRoot(options.argument), folder: 'slides' });
  if (output === null) return { work: null, diagnostics: refusal, written: false };
  try {
    const work = await workOnCourse(options, { to: 'folder', staging: output.staging });
    const diagnostics = [...work.diagnostics, ...writeRest(work, options, output)];
    const written = !diagnostics.some(({ severity }) => severity === 'error' || (strict && severity === 'warning'));
    const troubles = written && hasPictures(work, options) ? await publishPictures(work, options.client, output) : [];
    if (written) output.commit();
    else output.abandon();
    const rest = regradeDiagnostics(troubles, work.input.settings.rules);
    return { work, diagnostics: [...diagnostics, ...rest], written };
  } catch (error) {
    output.abandon();
    throw error;
  }
}

/** Pages name pictures by their whole address alone, and copies for the lecturer none. */
function hasPictures({ input }: CourseWork, { build }: CourseOptions): boolean {
  return (build.url ?? input.settings.url) !== null && !build.privateNotes && build.marked !== true;
}

/** Writes what lectures' workers did not, and reads every byte again for what is private. */
function writeRest(work: CourseWork, options: CourseOptions, output: Output): readonly Diagnostic[] {
  const { root } = work.input;
  for (const page of work.lecturePages) output.claim(page.path);
  for (const page of [...work.pages, ...work.assets.styles]) output.write(page);
  for (const asset of work.assets.copies) output.copy(root, asset.file, asset.output);
  copyClient(output, options.client);
  const collisions = copyPublic(output, root);
  const words = JSON.stringify(STRINGS);
  const leaks = findLeaks(work.secrets, [...work.publicTexts, words], output.written());
  return [...collisions, ...describeLeaks(leaks)];
}

/** The course's folder, before it is read: where its one file stands, if it is one. */
function courseRoot(argument: string): string {
  return existsSync(argument) && statSync(argument).isFile() ? dirname(argument) : argument;
}
