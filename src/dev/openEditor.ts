/** A place in a file → the author's editor, opened there. */
import { spawn } from 'node:child_process';
import { basename } from 'node:path';

/** `path` is absolute; line and column are 1-based. */
export interface EditorPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

type Words = (place: EditorPlace) => readonly string[];

const COLONS: Words = ({ path, line, column }) => [`${path}:${line}:${column}`];
const GO_TO: Words = (place) => ['--goto', ...COLONS(place)];
const LINE_AND_COLUMN: Words = ({ path, line, column }) => ['--line', `${line}`, '--column', `${column}`, path];
const PLUS: Words = ({ path, line, column }) => [`+${line}:${column}`, path];
const CURSOR: Words = ({ path, line, column }) => [`+call cursor(${line},${column})`, path];

/** Editors with a window of their own, and how each is told a place. */
const EDITORS: Readonly<Record<string, Words>> = {
  ...each(['code', 'code-insiders', 'codium', 'vscodium', 'code-oss', 'cursor', 'windsurf', 'positron'], GO_TO),
  ...each(['subl', 'sublime_text', 'zed', 'zeditor', 'zedit', 'pulsar'], COLONS),
  ...each(['idea', 'webstorm', 'phpstorm', 'pycharm', 'rubymine', 'clion', 'goland', 'rider', 'dataspell'], LINE_AND_COLUMN),
  ...each(['idea64', 'webstorm64', 'pycharm64', 'kate', 'kwrite', 'geany'], LINE_AND_COLUMN),
  ...each(['gedit', 'pluma', 'xed', 'emacs', 'emacsclient'], PLUS),
  ...each(['gvim', 'mvim'], CURSOR),
  mate: ({ path, line, column }) => ['--line', `${line}:${column}`, path],
  'notepad++': ({ path, line, column }) => [`-n${line}`, `-c${column}`, path],
};

/** The program and its words that open a place; or why there is none, as a sentence. */
export function editorCommand(
  editors: readonly (string | undefined)[],
  place: EditorPlace,
): readonly [program: string, ...words: string[]] | string {
  const set = editors.filter((line): line is string => (line ?? '').trim() !== '');
  const lines = set.map(splitWords);
  const known = lines.find(([program = '']) => wordsOf(program) !== null);
  const [program, ...words] = known ?? [];
  if (program !== undefined) return [program, ...words, ...(wordsOf(program)?.(place) ?? [])];
  const hint = 'name an editor with a window of its own in LECTERN_EDITOR, such as “code”, and start “lectern dev” again.';
  if (set[0] === undefined) return `No editor is set: ${hint}`;
  return `“${set[0]}” is no editor that can be opened at a line from here: ${hint}`;
}

/** Starts the editor, without a shell. Null when it runs, else why not, as a sentence. */
export async function openEditor(editors: readonly (string | undefined)[], place: EditorPlace): Promise<string | null> {
  const command = editorCommand(editors, place);
  if (typeof command === 'string') return command;
  const [program, ...words] = command;
  return new Promise((resolve) => {
    try {
      const child = spawn(program, words, { stdio: 'ignore', detached: true });
      child.once('error', () => resolve(`“${program}” could not be started.`));
      child.once('spawn', () => resolve(null));
      child.unref();
    } catch {
      resolve(`“${program}” could not be started.`);
    }
  });
}

function wordsOf(program: string): Words | null {
  const name = basename(program.replaceAll('\\', '/'))
    .toLowerCase()
    .replace(/\.(?:exe|cmd|bat|sh)$/, '');
  return Object.hasOwn(EDITORS, name) ? (EDITORS[name] ?? null) : null;
}

/** As a shell would take it apart: at spaces, but for those in quotes. */
function splitWords(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, bare]) => double ?? single ?? bare ?? '');
}

function each(names: readonly string[], words: Words): Readonly<Record<string, Words>> {
  return Object.fromEntries(names.map((name) => [name, words]));
}
