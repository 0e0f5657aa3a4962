/** What is given of a lecture's dialect and separators, by whom → where its text is split, in reveal.js's Markdown. */
import type { RevealOptions } from '../../model/client.ts';
import type { Separator, Separators } from '../../model/settings.ts';
import type { Value } from '../value.ts';

/** A program that reads reveal.js's Markdown. */
export type RevealTool = 'reveal.js' | 'reveal-md' | 'mkslides';

/** What each program splits by where nothing is said: slides, slides of a stack, notes. */
const DEFAULTS: Readonly<Record<RevealTool, readonly [slide: string, vertical: string | null, notes: string]>> = {
  'reveal.js': ['\\r?\\n---\\r?\\n', null, '^\\s*notes?:'],
  'reveal-md': ['\\r?\\n---\\r?\\n', '\\r?\\n----\\r?\\n', 'note:'],
  mkslides: ['^\\s*---\\s*$', '^\\s*-v-\\s*$', '^Notes?:'],
};

/** Null for pandoc's Markdown. `tool` is the program that has a file in the course; `options` go over everything. */
export function revealSettings(
  values: ReadonlyMap<string, Value>,
  tool: RevealTool | null,
  options: RevealOptions | null,
): Separators | null {
  const dialect = options?.dialect ?? textOf(values.get('dialect')) ?? (tool === null ? 'pandoc' : 'reveal');
  if (dialect !== 'reveal') return null;
  const [slide, vertical, notes] = DEFAULTS[tool ?? 'reveal.js'];
  const given = (key: string, option: string | null | undefined, otherwise: string | null): Separator | null => {
    if (option != null) return { pattern: option, span: null };
    const value = values.get(key);
    const text = textOf(value);
    if (value !== undefined) return text === null ? null : { pattern: text, span: value.span };
    return otherwise === null ? null : { pattern: otherwise, span: null };
  };
  return {
    slide: given('separator', options?.separator, slide) ?? { pattern: slide, span: null },
    vertical: given('separator-vertical', options?.vertical, vertical),
    notes: given('separator-notes', options?.notes, notes),
    ...(tool === 'mkslides' && { emoji: true as const }),
  };
}

/** Not trimmed, as a separator may be white space; null for nothing. */
function textOf(value: Value | undefined): string | null {
  return value?.kind === 'scalar' && typeof value.value === 'string' && value.value !== '' ? value.value : null;
}
