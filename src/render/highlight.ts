/** Code → HTML with its words marked, by highlight.js. */
import highlighter from 'highlight.js/lib/core';
import { escapeHtml } from './escape.ts';
import { rememberedLately } from '../model/remembered.ts';
import { isSession, type Language, languageOf } from './languages.ts';

/** A prompt at the beginning of a line: `$ `, `# `, `PS> `, `PS C:\> `, `ada@host:~$ `, `C:\> `, `>>> `. */
const PROMPT =
  /^\s*(?:(?:\([\w.-]+\)\s*)?(?:PS(?: [^>\n]*)?>|[A-Z]:\\[^>\n]*>|[\w.-]+@[\w.-]+[^$#\n]{0,60}[$#]|[$#%]|>>>|\.\.\.))(?:\s|$)/;

/** Marked HTML of the code; only escaped where the language is unknown or null. */
export function highlight(code: string, language: string | null): string {
  if (language === null) return escapeHtml(code);
  if (isSession(language)) return highlightSession(code);
  const known = languageOf(language);
  return known === null ? escapeHtml(code) : mark(code, known);
}

/** Lines behind a prompt are commands, the others what the commands printed; a session without prompts is all commands. */
function highlightSession(code: string): string {
  const lines = code.split('\n');
  if (!lines.some((line) => PROMPT.test(line))) return highlight(code, 'bash');
  let continued: string | null = null;
  return lines
    .map((line) => {
      const prompt = PROMPT.exec(line)?.[0] ?? '';
      if (prompt === '' && continued === null) return escapeHtml(line);
      const language: string = prompt === '' ? (continued ?? 'bash') : shellOf(prompt);
      const command = line.slice(prompt.length);
      continued = /(?:^|\s)[\\`^]$|\\$/.test(command) ? language : null;
      const marked = prompt === '' ? '' : `<span class="prompt">${escapeHtml(prompt)}</span>`;
      return marked + highlight(command, language);
    })
    .join('\n');
}

function shellOf(prompt: string): string {
  if (/>>>|\.\.\./.test(prompt)) return 'python';
  if (/^\s*(?:\(.*\)\s*)?PS/.test(prompt)) return 'powershell';
  return /^\s*[A-Z]:\\/.test(prompt) ? 'dos' : 'bash';
}

function mark(code: string, language: Language): string {
  // A grammar is only compiled where it is used.
  if (highlighter.getLanguage(language.name) === undefined) highlighter.registerLanguage(language.name, language.grammar);
  return markNamed(`${language.name}\n${code}`);
}

/** Deck and reading view show the same code, and a lecture that is being written the same as a moment ago. */
const markNamed = rememberedLately((named) => {
  const end = named.indexOf('\n');
  return highlighter.highlight(named.slice(end + 1), { language: named.slice(0, end), ignoreIllegals: true }).value;
}, 256);
