/** A block of code → `<pre>`, highlighted, with the size that lets it fit its slide. */
import { attributeOf } from '../model/attributes.ts';
import type { Code } from '../model/blocks.ts';
import { type CodeLines, codeLinesOf } from '../model/codeLines.ts';
import { withoutLastLineEnds } from '../model/withoutLastLineEnds.ts';
import { gutterOf, writeCodeLines } from './codeLines.ts';
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
  const asked = codeLinesOf(code);
  const size = writing.view === 'deck' ? codeSize(code.text, writing.share, asked) : null;
  const name = nameOf(language, asked !== null);
  // What scrolls can be reached and scrolled with the keyboard.
  const spoken =
    language === null ? word(writing, 'code') : fill(word(writing, 'code-in'), { language: labelOf(language) ?? language });
  const focus = writing.view !== 'deck' || size === 's' ? ` tabindex="0" role="group" aria-label="${escapeHtml(spoken)}"` : '';
  const text = writing.highlighted.get(code) ?? highlight(code.text.replace(/\n$/, ''), language);
  writing.highlighted.set(code, text);
  const shown = asked === null ? { html: text, style: '' } : numbered(code, text, asked, writing);
  return `<pre${writeAttributes(attributes, writing, { classes })}${label}${writeAttribute('data-size', size)}><code${name}${shown.style}${focus}>${shown.html}</code></pre>`;
}

function nameOf(language: string | null, lines: boolean): string {
  if (language === null) return lines ? ' class="numbered"' : '';
  return ` class="hljs language-${escapeHtml(language)}${lines ? ' numbered' : ''}"`;
}

/** The code by lines. A page shows it once, all lines alike; a deck step by step. */
function numbered(
  code: Code,
  text: string,
  asked: CodeLines,
  writing: Writing,
): { readonly html: string; readonly style: string } {
  const { first, steps } = asked;
  const own = writing.view !== 'deck' || (writing.still === true && steps.length > 1) ? [null] : steps;
  const index = Number.parseInt(attributeOf(code.attributes, 'fragment-index') ?? '', 10);
  // Where the block itself is a step, it comes before its lines.
  const following = Number.isNaN(index) ? null : index + (code.attributes.classes.includes('fragment') ? 1 : 0);
  const digits = String(first + code.text.split('\n').length - 1).length;
  const properties = [...(first === 1 ? [] : [`--before:${first - 1}`]), ...(digits > 2 ? [`--digits:${digits}`] : [])];
  return {
    html: writeCodeLines(text, { first, steps: own }, following),
    style: writeAttribute('style', properties.length === 0 ? null : properties.join(';')),
  };
}

/** The language as people know it; null where nothing, or nothing worth saying, is known. */
export function labelOf(language: string | null): string | null {
  if (language === null) return null;
  return isSession(language) ? 'Console' : (languageOf(language)?.title ?? null);
}

/** `m` and `s` are smaller than normal (null): by the longest line and the number of lines. `share`: how much of the slide's width it has. */
export function codeSize(text: string, share: number, asked: CodeLines | null = null): 'm' | 's' | null {
  const lines = withoutLastLineEnds(text).split('\n');
  const gutter = asked === null ? 0 : gutterOf(asked, lines.length);
  const columns = gutter + lines.reduce((most, line) => Math.max(most, line.length), 0);
  // The space at its sides does not shrink with it.
  const room = share === 1 ? 1 : share - 0.06;
  if (columns <= 70 * room && lines.length <= 12) return null;
  return columns <= 80 * room && lines.length <= 15 ? 'm' : 's';
}
