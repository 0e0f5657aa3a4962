/** The course's own files → what they say of it, and of all its lectures. */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { checkKeys, type Given } from './keys/checkKeys.ts';
import { COURSE, DEFAULTS } from './keys/scopes.ts';
import type { Layout } from './readLayout.ts';
import { readToolFile, type ToolFile } from './readToolFile.ts';
import type { Texts } from './settings/lectureSettings.ts';

/** What the course's own files say. */
export interface Configuration {
  readonly course: Given;
  /** For all lectures, from the weakest to the strongest. */
  readonly defaults: readonly Given[];
  readonly texts: Texts;
  /** Another program's file of options. */
  readonly tool: ToolFile | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** The front matter of `index.md`, and another program's file where there is one. */
export function readConfiguration({ root, folder, files, index }: Layout): Configuration {
  const tool = readToolFile(root, folder === '' ? [''] : [folder, ''], files);
  const text = index?.source.text ?? '';
  const course = checkKeys(index?.entries ?? [], COURSE, text);
  const map = course.value.values.get('defaults');
  const defaults = checkKeys(map?.kind === 'map' ? map.entries : [], DEFAULTS, text);
  const texts = new Map(index ? [[index.source.path, text]] : []);
  for (const [path, options] of tool.value?.texts ?? []) texts.set(path, options);
  return {
    course: course.value,
    defaults: [...(tool.value ? [tool.value.defaults] : []), defaults.value],
    texts,
    tool: tool.value,
    diagnostics: [...tool.diagnostics, ...course.diagnostics, ...defaults.diagnostics],
  };
}

/** An address from the command line that is none. */
export function checkUrl(url: string | null): readonly Diagnostic[] {
  if (url === null || /^https?:\/\/[^\s/]+\S*$/i.test(url)) return [];
  const message = `“${url}” is no address of a site.`;
  return [diagnose('wrong-value', null, message, 'Give one such as https://example.org/course/.')];
}
