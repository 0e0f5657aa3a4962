/** A block of YAML → its values, each at its true place in the file. */
import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument } from 'yaml';
import { type Diagnostic, diagnose, type Result } from '../model/diagnostic.ts';
import type { Span } from '../model/source.ts';
import { explainYaml } from './explainYaml.ts';
import type { Entry, Value } from './value.ts';

interface Reading {
  readonly path: string;
  readonly text: string;
  /** What to add to an offset in `text` to have the offset in the file. */
  readonly base: number;
  readonly document: Document;
  /** Values by their nodes: an alias shares its anchor's, so that no pile of aliases grows. Null while it is being read. */
  readonly known: Map<Node, Value | null>;
  readonly diagnostics: Diagnostic[];
}

/** The values of a block that stands in the file from offset `base` on; null where it holds nothing. */
export function readYaml(text: string, path: string, base: number): Result<Value | null> {
  // `yaml` knows no lone carriage return as a line end; one character for another keeps every offset.
  const document = parseDocument(text.replace(/\r(?!\n)/g, '\n'), {
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const reading: Reading = {
    path,
    text,
    base,
    document,
    known: new Map(),
    diagnostics: [],
  };
  const value = document.contents === null ? null : readNode(document.contents, reading);
  const empty = value?.kind === 'scalar' && value.value === null;
  const syntax = explainYaml([...document.errors, ...document.warnings], text, path, base);
  const others = reading.diagnostics.filter((found) => !syntax.some((error) => overlap(error, found)));
  return { value: empty ? null : value, diagnostics: [...syntax, ...others] };
}

function overlap(one: Diagnostic, other: Diagnostic): boolean {
  return one.span !== null && other.span !== null && one.span.start < other.span.end && other.span.start < one.span.end;
}

function readNode(node: Node, reading: Reading): Value {
  if (isAlias(node)) return readAlias(node, reading);
  const known = reading.known.get(node);
  if (known) return known;
  reading.known.set(node, null);
  const value = readOwnNode(node, reading);
  reading.known.set(node, value);
  return value;
}

function readOwnNode(node: Node, reading: Reading): Value {
  const span = spanOf(node, reading);
  if (isMap(node)) return { kind: 'map', entries: readEntries(node.items, reading), span };
  if (isSeq(node))
    return {
      kind: 'list',
      items: node.items.map((item) => readNode(item as Node, reading)),
      span,
    };
  if (!isScalar(node)) return nothing(span);
  const { value } = node;
  if (typeof value === 'number' || typeof value === 'boolean')
    return { kind: 'scalar', value, text: node.source ?? String(value), span };
  return typeof value === 'string' ? { kind: 'scalar', value, text: value, span } : nothing(span);
}

function nothing(span: Span): Value {
  return { kind: 'scalar', value: null, text: '', span };
}

function readAlias(node: Alias, reading: Reading): Value {
  const span = spanOf(node, reading);
  const target = node.resolve(reading.document);
  const value = target && reading.known.get(target);
  if (value) return { ...value, span };
  const written = reading.text.slice(span.start - reading.base, span.end - reading.base);
  const message = `“${written}” begins with “*”, which YAML takes for the name of another value.`;
  reading.diagnostics.push(diagnose('front-matter', span, message, 'Put the value in quotes.'));
  return nothing(span);
}

function readEntries(pairs: readonly Pair[], reading: Reading): readonly Entry[] {
  const entries = new Map<string, Entry>();
  for (const pair of pairs) {
    const entry = readEntry(pair, reading);
    const first = entry && entries.get(entry.key);
    if (entry?.key === '') continue;
    if (first) reading.diagnostics.push(givenTwice(first, entry));
    else if (entry) entries.set(entry.key, entry);
  }
  return [...entries.values()];
}

function readEntry(pair: Pair, reading: Reading): Entry | null {
  const key = pair.key as Node;
  const keySpan = spanOf(key, reading);
  if (!isScalar(key)) {
    reading.diagnostics.push(
      diagnose('front-matter', keySpan, 'A key is a plain word, and this is none.', 'Put it in quotes where it is text.'),
    );
    return null;
  }
  const value = pair.value ? readNode(pair.value as Node, reading) : nothing({ ...keySpan, start: keySpan.end });
  return { key: key.source ?? String(key.value), keySpan, value };
}

function givenTwice(first: Entry, second: Entry): Diagnostic {
  const related = [{ message: 'It is given here first.', span: first.keySpan }];
  return diagnose('duplicate-key', second.keySpan, `“${second.key}” is given twice.`, 'Keep one of the two.', related);
}

function spanOf(node: Node, reading: Reading): Span {
  const [from, to] = node.range ?? [0, 0];
  const written = reading.text.slice(from, to).trimEnd();
  return {
    path: reading.path,
    start: reading.base + from,
    end: reading.base + from + written.length,
  };
}
