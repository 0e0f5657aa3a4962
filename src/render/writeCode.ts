/** A block of code → `<pre>`, highlighted, with the size that lets it fit its slide. */
import type { Code } from '../model/blocks.ts';
import { escapeHtml } from './escape.ts';
import { highlight } from './highlight.ts';
import { isSession, languageOf } from './languages.ts';
import { writeAttribute, writeAttributes } from './writeAttributes.ts';
import { fill } from '../model/wire.ts';
import { word, type Writing } from './writing.ts';

export function writeCode(code: Code, writing: Writing): string {
  const { language, attributes } = code;
  const others = attributes.classes.filter((name) => name !== language && name !== 'sourceCode');
  const classes = language === null ? others : ['sourceCode', language, ...others];
  const label = writeAttribute('data-lang', labelOf(language));
  const size = writing.view === 'deck' ? codeSize(code.text, writing.share) : null;
  const name = language === null ? '' : ` class="hljs language-${escapeHtml(language)}"`;
  // What scrolls can be reached and scrolled with the keyboard.
  const spoken =
    language === null ? word(writing, 'code') : fill(word(writing, 'code-in'), { language: labelOf(language) ?? language });
  const focus = writing.view !== 'deck' || size === 's' ? ` tabindex="0" role="group" aria-label="${escapeHtml(spoken)}"` : '';
  const text = writing.highlighted.get(code) ?? highlight(code.text.replace(/\n$/, ''), language);
  writing.highlighted.set(code, text);
  return `<pre${writeAttributes(attributes, writing, { classes })}${label}${writeAttribute('data-size', size)}><code${name}${focus}>${text}</code></pre>`;
}

/** The language as people know it; null where nothing, or nothing worth saying, is known. */
export function labelOf(language: string | null): string | null {
  if (language === null) return null;
  return isSession(language) ? 'Console' : (languageOf(language)?.title ?? null);
}

/** `m` and `s` are smaller than normal (null): by the longest line and the number of lines. `share`: how much of the slide's width it has. */
export function codeSize(text: string, share: number): 'm' | 's' | null {
  const lines = text.replace(/\n+$/, '').split('\n');
  const columns = lines.reduce((most, line) => Math.max(most, line.length), 0);
  // The space at its sides does not shrink with it.
  const room = share === 1 ? 1 : share - 0.06;
  if (columns <= 70 * room && lines.length <= 12) return null;
  return columns <= 80 * room && lines.length <= 15 ? 'm' : 's';
}
