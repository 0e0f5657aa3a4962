/** A source file → its front matter: found by pandoc's rule, read by gray-matter with YAML as its only engine. */
import matter from 'gray-matter';
import { type Diagnostic, diagnose, type Result } from '../model/diagnostic.ts';
import type { SourceFile, Span } from '../model/source.ts';
import { readTitleBlock } from './readTitleBlock.ts';
import { readYaml } from './readYaml.ts';
import type { Entry, FrontMatter, Value } from './value.ts';

/** `---` and nothing more, or with the name of a language behind it (`---js`), which is group 1. */
const OPENING = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r|$)/;
const LANGUAGE = /^\uFEFF?---(?:([A-Za-z]\w*)|[ \t]+(js|javascript|json|toml|coffee|coffeescript|cson|ya?ml))[ \t]*(?:\r|\n|$)/i;
const BLANK = /^[ \t]*(?:\r|\n|$)/;
const ENDING = /(?<=[\n\r])(?:---|\.\.\.)(?=[ \t]*(?:\r|\n|$))/g;
const KEY_LINE = /^["']?[A-Za-z][\w.-]*["']?[ \t]*:(?:[ \t]|$)/;
/** gray-matter looks for the end of the block itself: it is given an end that no text holds, so that it takes all. */
const NO_ENDING = '\u0000';

/**
 * The front matter of a file; null where it has none, be it that `---` is a slide break: the next line is blank, no line
 * ends it, or what stands between is no mapping.
 */
export function readFrontMatter(source: SourceFile): Result<FrontMatter | null> {
  const { text, path } = source;
  const titled = readTitleBlock(source);
  if (titled !== null) return { value: titled, diagnostics: [] };
  const language = LANGUAGE.exec(text);
  if (language)
    return {
      value: null,
      diagnostics: [refusedLanguage(path, text, language[1] ?? language[2] ?? '')],
    };
  const opening = OPENING.exec(text);
  if (!opening || BLANK.test(text.slice(opening[0].length))) return { value: null, diagnostics: [] };
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const body = opening[0].length;
  ENDING.lastIndex = body;
  const ending = ENDING.exec(text);
  if (!ending)
    return {
      value: null,
      diagnostics: looksLikeKeys(firstLines(text.slice(body))) ? [unclosed(path, start)] : [],
    };
  return readBlock(source, { path, start, end: ending.index + 3 }, body, ending.index);
}

function readBlock(source: SourceFile, span: Span, from: number, to: number): Result<FrontMatter | null> {
  const block = source.text.slice(from, to);
  const { value, diagnostics } = readMapping(block, source.path, from);
  // With an error in it, prose reads as a mapping too (`Slides: "a" b`), and a mapping as prose.
  if (diagnostics.length > 0 && !looksLikeKeys(block)) return { value: null, diagnostics: [] };
  if (value?.kind !== 'map' && block !== '' && diagnostics.length === 0) return { value: null, diagnostics: [] };
  const entries = value?.kind === 'map' ? value.entries.filter((entry) => !diagnostics.some((found) => isIn(found, entry))) : [];
  return { value: { span, entries }, diagnostics };
}

/** Whether an error stands in an entry, so that its value cannot be trusted. */
function isIn(found: Diagnostic, entry: Entry): boolean {
  if (!found.span || found.severity !== 'error' || found.rule === 'duplicate-key') return false;
  return found.span.start >= entry.keySpan.start && found.span.start < Math.max(entry.value.span.end, entry.keySpan.end);
}

/** Whether lines are those of a front matter: the first is a key, or half of them are. */
function looksLikeKeys(block: string): boolean {
  const lines = block.split(/\r\n|\n|\r/).filter((line) => !/^\s*(?:#.*)?$/.test(line));
  const keys = lines.filter((line) => KEY_LINE.test(line)).length;
  return keys > 0 && (KEY_LINE.test(lines[0] ?? '') || keys * 2 >= lines.length);
}

/** The lines up to the first blank one. */
function firstLines(text: string): string {
  return text.split(/(?:\r\n|\n|\r)[ \t]*(?:\r|\n)/, 1)[0] ?? '';
}

function readMapping(block: string, path: string, from: number): Result<Value | null> {
  const yaml = {
    parse: (text: string) => ({ read: readYaml(text, path, from - 1) }),
  };
  const refuse = () => {
    throw new Error('Only YAML is read.');
  };
  const engines = {
    yaml,
    json: refuse,
    javascript: refuse,
    js: refuse,
    coffee: refuse,
  };
  // gray-matter's cache, which forgets errors, is passed over whenever there are options.
  const file = matter(`---\n${block}`, {
    language: 'yaml',
    engines,
    delimiters: ['---', NO_ENDING],
  });
  return (
    (file.data as { read?: Result<Value | null> }).read ?? {
      value: null,
      diagnostics: [],
    }
  );
}

function refusedLanguage(path: string, text: string, name: string): Diagnostic {
  const start = text.indexOf(name, text.indexOf('---') + 3);
  const span = { path, start, end: start + name.length };
  const hint = 'Write `---` alone on the first line, and the keys below it as YAML.';
  return diagnose('front-matter-language', span, `Front matter in “${name}” is not read, and never run.`, hint);
}

function unclosed(path: string, start: number): Diagnostic {
  const message = 'The front matter that opens here is never closed.';
  return diagnose(
    'front-matter',
    { path, start, end: start + 3 },
    message,
    'Write `---` on a line of its own below the last key.',
  );
}
