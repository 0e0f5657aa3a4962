/** `mkslides.yml` or `reveal-md.json` beside the lectures → the defaults among its options that are ours too. */
import type { Result } from '../model/diagnostic.ts';
import type { Files } from '../model/files.ts';
import { checkKeys, type Given } from './keys/checkKeys.ts';
import { DEFAULTS } from './keys/scopes.ts';
import { readSource } from './readSource.ts';
import { readYaml } from './readYaml.ts';
import { type Entry, type MapValue, textAt } from './value.ts';

/** What another program's file says of a course. */
export interface ToolFile {
  readonly path: string;
  readonly text: string;
  readonly program: 'mkslides' | 'reveal-md';
  readonly title: string | null;
  readonly defaults: Given;
}

const NAMES = ['mkslides.yml', 'mkslides.yaml', 'reveal-md.json'];

/** The first such file in one of `folders`; null where there is none. */
export function readToolFile(root: string, folders: readonly string[], files: Files): Result<ToolFile | null> {
  const paths = folders.flatMap((folder) => NAMES.map((name) => (folder === '' ? name : `${folder}/${name}`)));
  const path = paths.find((name) => files.size(name) !== null);
  if (path === undefined) return { value: null, diagnostics: [] };
  const { text } = readSource(root, path);
  // JSON is YAML too, so that one reader gives both their places.
  const { value, diagnostics } = readYaml(text, path, 0);
  const map: MapValue = value?.kind === 'map' ? value : { kind: 'map', entries: [], span: { path, start: 0, end: 0 } };
  const options = optionsOf(map);
  const known = options.filter((entry) => entry.key !== 'title');
  const defaults = checkKeys(known, DEFAULTS, text);
  const title = textAt(map, 'title') ?? titleOfIndex(map);
  return {
    value: { path, text, program: path.endsWith('.json') ? 'reveal-md' : 'mkslides', title, defaults: defaults.value },
    diagnostics: [...diagnostics, ...defaults.diagnostics],
  };
}

/** mkslides has the options of all slides under `slides`; reveal-md has them at the top. */
function optionsOf(map: MapValue): readonly Entry[] {
  return map.entries.flatMap((entry): readonly Entry[] => {
    if (entry.key === 'slides' && entry.value.kind === 'map') return entry.value.entries;
    return entry.key === 'index' || entry.key === 'plugins' ? [] : [entry];
  });
}

function titleOfIndex(map: MapValue): string | null {
  const index = map.entries.find((entry) => entry.key === 'index')?.value;
  return index?.kind === 'map' ? textAt(index, 'title') : null;
}
