/** CSS → the addresses in it, found by its tokens (CSS Syntax 3), so that comments and strings cannot mislead. */

export interface StyleAddress {
  /** With its escapes undone. */
  readonly address: string;
  readonly kind: 'import' | 'font' | 'image';
  /** The whole `url(…)` or string, quotes included: offsets into the CSS, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** The state of a scan: where it is, and what stands around it. */
interface Scan {
  /** `@import` or `@namespace` before their address has come; else empty. */
  rule: string;
  /** For each open brace whether it belongs to `@font-face`. */
  readonly blocks: boolean[];
  /** The names of the open functions, innermost last. */
  readonly functions: string[];
  fontNext: boolean;
}

const NAME = /(?:[-\p{L}\p{N}_]|[^\0-\x7F]|\\(?:[\da-f]{1,6}[ \n\t]?|[^\n\da-f]))+/iuy;
const QUOTED = /"((?:[^"\\\n]|\\[\s\S])*)"|'((?:[^'\\\n]|\\[\s\S])*)'/y;
/** What stands between `url(` and its `)`, both included. */
const URL_BODY = /\(\s*(?:"((?:[^"\\\n]|\\[\s\S])*)"|'((?:[^'\\\n]|\\[\s\S])*)'|((?:[^"'()\\\s]|\\[^\n])*))\s*\)/y;

/** Every address that a browser would ask for, in order, of a style sheet or of a `style` attribute's value. */
export function styleAddresses(css: string): readonly StyleAddress[] {
  const found: StyleAddress[] = [];
  const scan: Scan = { rule: '', blocks: [], functions: [], fontNext: false };
  const take = (address: string, start: number, end: number): void => {
    const kind = scan.rule === '@import' ? 'import' : scan.blocks.at(-1) ? 'font' : 'image';
    if (scan.rule !== '@namespace' && address !== '') found.push({ address, kind, start, end });
    scan.rule = '';
  };
  for (let at = 0; at < css.length; ) {
    const character = css[at] ?? '';
    if (css.startsWith('/*', at)) at = endOfComment(css, at);
    else if (character === '"' || character === "'") {
      const string = match(QUOTED, css, at) ?? { text: '', group: '', end: at + 1 };
      const isAddress = scan.rule !== '' || /^(?:-webkit-)?image-set$/.test(scan.functions.at(-1) ?? '');
      if (isAddress) take(unescapeCss(string.group), at, string.end);
      at = string.end;
    } else at = readName(css, at, scan, take) ?? readMark(character, at, scan);
  }
  return found;
}

/** Reads a name and the `(` after it, an address up to its `)`; null where no name stands. */
function readName(
  css: string,
  at: number,
  scan: Scan,
  take: (address: string, start: number, end: number) => void,
): number | null {
  const isRule = css[at] === '@';
  const name = match(NAME, css, isRule ? at + 1 : at);
  if (name === null) return null;
  const word = unescapeCss(name.text).toLowerCase();
  if (isRule) {
    scan.rule = word === 'import' || word === 'namespace' ? `@${word}` : '';
    scan.fontNext = word === 'font-face';
    return name.end;
  }
  if (css[name.end] !== '(') return name.end;
  const body = word === 'url' || word === 'src' ? match(URL_BODY, css, name.end) : null;
  if (body === null) {
    scan.functions.push(word);
    return name.end + 1;
  }
  take(unescapeCss(body.group), at, body.end);
  return body.end;
}

/** Takes one mark of punctuation into account. */
function readMark(character: string, at: number, scan: Scan): number {
  if (character === '{') {
    scan.blocks.push(scan.fontNext);
    scan.fontNext = false;
  } else if (character === '}') scan.blocks.pop();
  else if (character === '(') scan.functions.push('');
  else if (character === ')') scan.functions.pop();
  else if (character === ';') scan.rule = '';
  return at + 1;
}

function endOfComment(css: string, at: number): number {
  const end = css.indexOf('*/', at + 2);
  return end < 0 ? css.length : end + 2;
}

function match(pattern: RegExp, css: string, at: number): { text: string; group: string; end: number } | null {
  pattern.lastIndex = at;
  const found = pattern.exec(css);
  return found === null ? null : { text: found[0], group: found[1] ?? found[2] ?? found[3] ?? '', end: pattern.lastIndex };
}

function unescapeCss(text: string): string {
  return text.replace(/\\(?:([\da-f]{1,6})[ \n\t]?|([\s\S]))/gi, (_, hex: string | undefined, plain: string | undefined) => {
    if (hex === undefined) return plain === '\n' ? '' : (plain ?? '');
    const code = Number.parseInt(hex, 16);
    return code === 0 || code > 0x10ffff ? '�' : String.fromCodePoint(code);
  });
}
