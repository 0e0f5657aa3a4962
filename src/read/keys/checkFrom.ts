/** `from`: with which of pandoc's extensions a lecture is written → an error where one is not built yet. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import {
  ALWAYS_OFF,
  ALWAYS_ON,
  type Extension,
  type Extensions,
  isSwitchable,
  PANDOC,
  SWITCHED_OFF,
  SWITCHED_ON,
} from '../../model/extensions.ts';
import { FORMATS } from '../../model/formats.ts';
import { nearest } from '../../model/nearest.ts';
import type { Entry, Value } from '../value.ts';

/** pandoc's `markdown+extension-extension`: refused, at the extension, where it would change something that we do not. */
export function checkFrom({ value }: Entry): readonly Diagnostic[] {
  if (value.kind !== 'scalar')
    return [diagnose('wrong-value', value.span, `“from” is pandoc’s “markdown”, and this is a ${value.kind}.`)];
  if (value.value === null) return [];
  const [format = '', ...extensions] = partsOf(value.text);
  const other = FORMATS.get(format);
  const refused = format === 'markdown' || other ? extensions.filter((part) => !isBuilt(part)) : [format];
  const told = other ? [notExactly(format, other.missing, value.span)] : [];
  const errors = refused.map((part) => {
    const at = value.text.indexOf(part);
    const start = value.span.end - value.span.start === value.text.length ? value.span.start + at : value.span.start;
    const end = start === value.span.start + at ? start + part.length : value.span.end;
    return diagnose('not-built', { ...value.span, start, end }, `“${part}” in “from” is not built yet.`, hintFor(part));
  });
  return [...errors, ...told];
}

/** What a format is read as, where that is not quite what pandoc does. */
function notExactly(format: string, missing: string, span: Entry['value']['span']): Diagnostic {
  const names = missing.split(' ');
  const list = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : missing;
  const but = missing === '' ? '' : `, but for ${list}`;
  const message = `“${format}” is read as pandoc’s “markdown” with the extensions of “${format}”${but}.`;
  return diagnose('other-format', span, message);
}

/** With which extensions a text is read; undefined: with those that pandoc has on by itself. */
export function extensionsOf(value: Value | undefined): Extensions | undefined {
  if (value?.kind !== 'scalar') return undefined;
  const extensions = new Set(PANDOC);
  const [format = '', ...own] = partsOf(value.text);
  for (const part of [...partsOf(FORMATS.get(format)?.switches ?? ''), ...own]) {
    const name = part.slice(1);
    if (!isSwitchable(name)) continue;
    if (part.startsWith('+')) extensions.add(name);
    else extensions.delete(name);
  }
  if (FORMATS.get(format)?.commonmark) extensions.add('commonmark');
  const same = extensions.size === PANDOC.size && [...extensions].every((name: Extension) => PANDOC.has(name));
  return same ? undefined : extensions;
}

/** `markdown`, and each extension with its sign. */
function partsOf(text: string): readonly string[] {
  return text.trim().split(/(?=[+-])/);
}

function isBuilt(part: string): boolean {
  const name = part.slice(1);
  return isSwitchable(name) || (part.startsWith('+') ? ALWAYS_ON : ALWAYS_OFF).has(name);
}

function hintFor(part: string): string {
  if (!/^[+-]/.test(part))
    return `Write “markdown”, ${[...FORMATS.keys()].map((name) => `“${name}”`).join(', ')}, with extensions where the course needs them.`;
  const name = part.slice(1);
  const known: readonly string[] = [...SWITCHED_OFF, ...SWITCHED_ON, ...ALWAYS_ON, ...ALWAYS_OFF];
  const near = known.includes(name) ? null : nearest(name, known);
  return near === null ? 'Remove it.' : `Write “${part[0]}${near}” if that is meant, or remove it.`;
}
