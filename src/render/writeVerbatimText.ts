/** What an author wrote between `<pre>` and `</pre>` → the same, with inline markup only. */
import { escapeHtml } from './escape.ts';

const INLINE = /^<(\/?)(a|abbr|b|br|code|del|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|u|var)\b[^<>]*>$/i;

/** The text of `<pre>` keeps tags that only mark words, and their classes; the text of `<textarea>` has none. */
export function writeVerbatimText(name: string, text: string): string {
  const visible = text.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  return visible.replace(/<[^<>]*>?|>/g, (tag) => (name === 'pre' ? writeTag(tag) : escapeHtml(tag)));
}

function writeTag(tag: string): string {
  const [, slash, name] = INLINE.exec(tag) ?? [];
  if (name === undefined) return escapeHtml(tag);
  if (slash === '/') return `</${name}>`;
  const classes = /\sclass\s*=\s*["']?([\w -]+)/i.exec(tag)?.[1];
  return classes === undefined ? `<${name}>` : `<${name} class="${classes}">`;
}
