/** A BibTeX file → its entries, each field as it is written. */
import type { Span } from '../../model/source.ts';

export interface BibtexEntry {
  /** Lower case: `article`. */
  readonly type: string;
  readonly key: string;
  /** By name, lower case; macros and `#` are resolved, TeX is not. */
  readonly fields: ReadonlyMap<string, string>;
  /** From its `@` to its end. */
  readonly span: Span;
}

/** What cannot be read, and where. */
export interface Broken {
  readonly message: string;
  readonly span: Span;
}

interface Reader {
  readonly path: string;
  readonly text: string;
  at: number;
  readonly macros: Map<string, string>;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** All entries that can be read; of each that cannot, why. */
export function parseBibtex(
  path: string,
  text: string,
): { readonly entries: readonly BibtexEntry[]; readonly broken: readonly Broken[] } {
  const reader: Reader = { path, text, at: 0, macros: new Map(MONTHS.map((name, at) => [name, String(at + 1)])) };
  const entries: BibtexEntry[] = [];
  const broken: Broken[] = [];
  for (let start = text.indexOf('@'); start >= 0; start = text.indexOf('@', reader.at)) {
    reader.at = start + 1;
    try {
      const entry = readEntry(reader, start);
      if (entry !== null) entries.push(entry);
    } catch (error) {
      const at = unreadAt(error);
      if (at === null) throw error;
      broken.push({ message: (error as Error).message, span: { path, start: at, end: Math.min(at + 1, text.length) } });
      reader.at = nextEntry(text, start + 1);
    }
  }
  return { entries, broken };
}

/** Leaves an entry from wherever it is being read; caught in this file. */
function unread(message: string, at: number): never {
  throw Object.assign(new Error(message), { unreadAt: at });
}

function unreadAt(error: unknown): number | null {
  return error instanceof Error && 'unreadAt' in error ? Number(error.unreadAt) : null;
}

/** Where the next line begins with an entry. */
function nextEntry(text: string, from: number): number {
  const found = /^[ \t]*@[A-Za-z]+\s*[{(]/gm;
  found.lastIndex = from;
  return found.exec(text)?.index ?? text.length;
}

function readEntry(reader: Reader, start: number): BibtexEntry | null {
  const head = take(reader, /([A-Za-z]+)\s*([{(])\s*/y);
  const type = head?.[1]?.toLowerCase();
  // an “@” in the text between entries
  if (head === null || type === undefined) return null;
  const close = head[2] === '(' ? ')' : '}';
  if (type === 'comment' || type === 'preamble') {
    reader.at--;
    readBraced(reader, close);
    return null;
  }
  if (type === 'string') {
    const name = readName(reader);
    reader.macros.set(name, readValue(reader));
    end(reader, close);
    return null;
  }
  const key = take(reader, /[^,\s{}]+/y)?.[0];
  if (key === undefined) unread('This entry has no key.', reader.at);
  const fields = new Map<string, string>();
  while (take(reader, /\s*,\s*/y) !== null && !/[})]/.test(reader.text[reader.at] ?? '')) {
    const name = readName(reader);
    fields.set(name, readValue(reader));
  }
  end(reader, close);
  return { type, key, fields, span: { path: reader.path, start, end: reader.at } };
}

function end(reader: Reader, close: string): void {
  take(reader, /\s*,?\s*/y);
  if (reader.text[reader.at] !== close) unread('A comma, or the end of the entry, is missing here.', reader.at);
  reader.at++;
}

function readName(reader: Reader): string {
  const name = take(reader, /\s*([^\s=,{}"#%]+)\s*=\s*/y)?.[1];
  if (name === undefined) unread('The name of a field, and “=”, should stand here.', reader.at);
  return name.toLowerCase();
}

function readValue(reader: Reader): string {
  let value = readPart(reader);
  while (take(reader, /\s*#\s*/y) !== null) value += readPart(reader);
  return value;
}

function readPart(reader: Reader): string {
  const mark = reader.text[reader.at];
  if (mark === '{') return readBraced(reader, '}');
  if (mark === '"') return readBraced(reader, '"');
  const word = take(reader, /[^\s,{}"#()=]+/y)?.[0];
  if (word === undefined) unread('A value in braces or quotes should stand here.', reader.at);
  return reader.macros.get(word.toLowerCase()) ?? word;
}

/** From the opening mark to the one that closes it, outside of braces. */
function readBraced(reader: Reader, close: string): string {
  const start = reader.at + 1;
  let depth = 0;
  for (let at = start; at < reader.text.length; at++) {
    const mark = reader.text[at];
    if (mark === '\\') at++;
    else if (mark === close && depth === 0) {
      reader.at = at + 1;
      return reader.text.slice(start, at);
    } else if (mark === '{') depth++;
    else if (mark === '}') depth--;
  }
  return unread('What opens here is never closed.', start - 1);
}

function take(reader: Reader, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = reader.at;
  const match = pattern.exec(reader.text);
  if (match !== null) reader.at = pattern.lastIndex;
  return match;
}
