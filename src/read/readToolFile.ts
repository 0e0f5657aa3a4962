/** The files of mkslides or reveal-md beside the lectures → the defaults among their options that are ours too. */
import { type Diagnostic, diagnose, type Result } from '../model/diagnostic.ts';
import type { Files } from '../model/files.ts';
import { checkKeys, type Given } from './keys/checkKeys.ts';
import { DEFAULTS } from './keys/scopes.ts';
import { readNavigation } from './readNavigation.ts';
import { readSource } from './readSource.ts';
import { readYaml } from './readYaml.ts';
import { type Entry, type ListValue, type MapValue, textAt, valueAt } from './value.ts';

/** What another program's files say of a course. */
export interface ToolFile {
  /** By path. */
  readonly texts: ReadonlyMap<string, string>;
  readonly program: 'mkslides' | 'reveal-md';
  readonly title: string | null;
  readonly defaults: Given;
  /** The order of mkslides' `nav`, as `parts` has it; null where there is none. */
  readonly parts: ListValue | null;
}

const MKSLIDES = ['mkslides.yml', 'mkslides.yaml'];
/** reveal-md's own options, and those of reveal.js. */
const REVEAL_MD = ['reveal-md.json', 'reveal.json'];
const WITH_COMMENTS = ['reveal-md.json5', 'reveal.json5'];

/** The first such file in one of `folders`, of reveal-md both; null where there is none. */
export function readToolFile(root: string, folders: readonly string[], files: Files): Result<ToolFile | null> {
  const find = (names: readonly string[]): readonly string[] =>
    names.flatMap((name) => {
      const paths = folders.map((folder) => (folder === '' ? name : `${folder}/${name}`));
      return paths.find((path) => files.size(path) !== null) ?? [];
    });
  const unread = find(WITH_COMMENTS).map(notRead);
  const [mkslides] = find(MKSLIDES);
  const paths = mkslides === undefined ? find(REVEAL_MD) : [mkslides];
  if (paths.length === 0) return { value: null, diagnostics: unread };
  const read = paths.map((path) => readOptions(root, path));
  const [first] = read;
  return {
    value: {
      texts: new Map(read.map(({ path, text }) => [path, text])),
      program: mkslides === undefined ? 'reveal-md' : 'mkslides',
      title: first?.title ?? null,
      // a lecture's own options go over those of all
      defaults: joined(read.map(({ given }) => given.value).reverse()),
      parts: first?.parts ?? null,
    },
    diagnostics: [...unread, ...read.flatMap(({ found, given }) => [...found, ...given.diagnostics])],
  };
}

interface Options {
  readonly path: string;
  readonly text: string;
  readonly title: string | null;
  readonly parts: ListValue | null;
  readonly given: Result<Given>;
  readonly found: readonly Diagnostic[];
}

function readOptions(root: string, path: string): Options {
  const { text } = readSource(root, path);
  // JSON is YAML too, so that one reader gives both their places.
  const { value, diagnostics } = readYaml(text, path, 0);
  const map: MapValue = value?.kind === 'map' ? value : { kind: 'map', entries: [], span: { path, start: 0, end: 0 } };
  const index = valueAt(map, 'index');
  const nav = index?.kind === 'map' ? valueAt(index, 'nav') : null;
  return {
    path,
    text,
    title: textAt(map, 'title') ?? (index?.kind === 'map' ? textAt(index, 'title') : null),
    parts: nav === null ? null : readNavigation(nav),
    given: checkKeys(optionsOf(map, path), DEFAULTS, text),
    found: diagnostics,
  };
}

/** mkslides has the options of all slides under `slides`, reveal-md at the top, and in `reveal.json` those of reveal.js stand. */
function optionsOf(map: MapValue, path: string): readonly Entry[] {
  if (/(?:^|\/)reveal\.json$/.test(path)) {
    return [{ key: 'revealOptions', keySpan: { ...map.span, end: map.span.start + 1 }, value: map }];
  }
  return map.entries.flatMap((entry): readonly Entry[] => {
    const { key, value } = entry;
    if (key === 'title') return [];
    if (key === 'slides' && value.kind === 'map') return value.entries.filter((option) => option.key !== 'title');
    if (key === 'index' && value.kind === 'map')
      return [{ ...entry, value: { ...value, entries: value.entries.filter((option) => !/^(?:title|nav)$/.test(option.key)) } }];
    return [entry];
  });
}

function joined(layers: readonly Given[]): Given {
  return {
    values: new Map(layers.flatMap(({ values }) => [...values])),
    wrong: new Set(layers.flatMap(({ wrong }) => [...wrong])),
  };
}

function notRead(path: string): Diagnostic {
  const message = `“${path}” is JSON with comments, which is not read.`;
  const hint = `Write it as “${path.replace(/5$/, '')}”, without comments.`;
  return diagnose('unread-options', { path, start: 0, end: 0 }, message, hint);
}
