/** A theme of reveal.js's, or of its tools → a note on what to write for the same here. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { Value } from '../value.ts';

/** The themes that reveal.js has. */
const DARK = new Set('black black-contrast blood dracula league moon night'.split(' '));
const LIGHT = new Set('beige serif simple sky solarized white white-contrast'.split(' '));

/** Null where the value names neither a theme of reveal.js's nor a style sheet; `key` is what stands before it. */
export function foreignTheme(key: string, value: Value): Diagnostic | null {
  if (value.kind !== 'scalar' || typeof value.value !== 'string') return null;
  const theme = value.text.trim();
  const name = theme.replace(/\.css$/i, '');
  const note = (what: string, hint: string | null): Diagnostic =>
    diagnose('foreign-theme', value.span, `“${key}: ${theme}” is ${what}, and decks have a look of their own.`, hint);
  if (DARK.has(name))
    return note('a dark theme of reveal.js', 'Write “scheme: dark” for the course where its decks should be dark.');
  if (LIGHT.has(name)) return note('a light theme of reveal.js', null);
  if (!/\.css(?:\?.*)?$|^https?:/i.test(theme)) return null;
  return note('a style sheet for reveal.js', `Write “css: ${theme}” where what it says should hold here too.`);
}
