/** Names as BibTeX has them (`von Last, First and {A Society}`) → names as CSL JSON has them. */
import { texText } from './texText.ts';

export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly suffix?: string;
  readonly 'dropping-particle'?: string;
  readonly literal?: string;
}

/** All names of a field. */
export function bibtexNames(field: string): readonly CslName[] {
  return splitOutside(field, /\s+and\s+/iy).map(nameOf);
}

function nameOf(raw: string): CslName {
  const name = raw.trim();
  if (/^\{[^{}]*\}$/.test(name) || name.toLowerCase() === 'others') return { literal: texText(name, false) };
  const parts = splitOutside(name, /\s*,\s*/y);
  if (parts.length === 1) return fromWords(splitOutside(name, /[\s~]+/y));
  const { particle, family } = splitParticle(splitOutside(parts[0] ?? '', /[\s~]+/y));
  const suffix = parts.length > 2 ? parts[1] : undefined;
  return made(parts.at(-1) ?? '', particle, family, suffix);
}

/** `First von Last`: the particle is what begins with a small letter. */
function fromWords(words: readonly string[]): CslName {
  const from = words.findIndex((word, at) => at < words.length - 1 && isSmall(word));
  if (from < 0) return made(words.slice(0, -1).join(' '), '', words.at(-1) ?? '');
  const { particle, family } = splitParticle(words.slice(from));
  return made(words.slice(0, from).join(' '), particle, family);
}

function splitParticle(words: readonly string[]): { readonly particle: string; readonly family: string } {
  let small = 0;
  while (small < words.length - 1 && isSmall(words[small] ?? '')) small++;
  return { particle: words.slice(0, small).join(' '), family: words.slice(small).join(' ') };
}

function isSmall(word: string): boolean {
  return /^\p{Ll}/u.test(word.startsWith('{\\') ? texText(word, false) : word);
}

function made(given: string, particle: string, family: string, suffix = ''): CslName {
  const [first, between, last, after] = [given, particle, family, suffix].map((part) => texText(part, false));
  return {
    ...(last && { family: last }),
    ...(first && { given: first }),
    ...(between && { 'dropping-particle': between }),
    ...(after && { suffix: after }),
  };
}

/** Split where a pattern (sticky) matches outside of braces. */
function splitOutside(text: string, pattern: RegExp): readonly string[] {
  const parts: string[] = [];
  let [from, depth] = [0, 0];
  for (let at = 0; at < text.length; ) {
    const mark = text[at];
    if (mark === '{') depth++;
    else if (mark === '}') depth--;
    pattern.lastIndex = at;
    const match = depth === 0 ? pattern.exec(text) : null;
    if (match === null || match[0] === '') at++;
    else {
      parts.push(text.slice(from, at));
      at += match[0].length;
      from = at;
    }
  }
  return [...parts, text.slice(from)].map((part) => part.trim()).filter((part) => part !== '');
}
