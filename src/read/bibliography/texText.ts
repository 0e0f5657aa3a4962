/** A field of BibTeX, TeX and all → text with the few tags that CSL knows. */

/** Accents of TeX → combining marks of Unicode. */
const ACCENTS: Readonly<Record<string, string>> = {
  ...{ '`': '\u0300', "'": '\u0301', '^': '\u0302', '~': '\u0303', '=': '\u0304', '"': '\u0308', '.': '\u0307' },
  ...{ u: '\u0306', r: '\u030a', H: '\u030b', v: '\u030c', c: '\u0327', k: '\u0328', d: '\u0323', b: '\u0331' },
};

const LETTERS: Readonly<Record<string, string>> = {
  ...{ ss: 'ß', o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', aa: 'å', AA: 'Å', i: 'ı', j: 'ȷ' },
  ...{ dh: 'ð', DH: 'Ð', th: 'þ', TH: 'Þ', dj: 'đ', DJ: 'Đ', ng: 'ŋ', NG: 'Ŋ', S: '§', P: '¶', pounds: '£', copyright: '©' },
  ...{ dots: '…', ldots: '…', textendash: '–', textemdash: '—', textquoteright: '’', textquoteleft: '‘', TeX: 'TeX' },
  ...{ LaTeX: 'LaTeX', textbackslash: '\\', textasciitilde: '~', textunderscore: '_', textendquote: '”', slash: '/' },
  ...{ alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', lambda: 'λ', mu: 'μ', pi: 'π', sigma: 'σ', chi: 'χ' },
  ...{ times: '×', pm: '±', leq: '≤', geq: '≥', textregistered: '®', texttrademark: '™', textdegree: '°', euro: '€' },
};

/** Commands whose argument has a tag of CSL's. */
const TAGS: Readonly<Record<string, string>> = {
  ...{ emph: 'i', textit: 'i', mkbibemph: 'i', textbf: 'b', mkbibbold: 'b' },
  ...{ textsuperscript: 'sup', textsubscript: 'sub' },
};

interface Reader {
  readonly text: string;
  at: number;
  /** Tags are written; else the text is plain. */
  readonly tagged: boolean;
}

/** The text that TeX would set. With tags, what braces protect keeps its capitals. */
export function texText(raw: string, tagged = true): string {
  const text = readUntil({ text: raw.replace(/\$([^$]*)\$/g, withRaised), at: 0, tagged }, '', 0);
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Exponents and indices of a formula, as commands for text. */
function withRaised(_: string, formula: string): string {
  return formula.replace(/([\^_])(?:\{([^{}]*)\}|(\w))/g, (_all, mark: string, group?: string, one?: string) => {
    return `\\text${mark === '^' ? 'super' : 'sub'}script{${group ?? one ?? ''}}`;
  });
}

/** What stands before a closing mark, or before the end. */
function readUntil(reader: Reader, close: string, depth: number): string {
  let text = '';
  while (reader.at < reader.text.length) {
    const mark = reader.text[reader.at] ?? '';
    if (mark === close) break;
    text += readOne(reader, mark, depth);
  }
  reader.at++;
  return text;
}

/** Deeper than anyone nests braces; what is deeper stands as it is. */
const DEEPEST = 50;

function readOne(reader: Reader, mark: string, depth: number): string {
  reader.at++;
  if (mark === '\\') return readCommand(reader, depth);
  if (mark === '{' && depth < DEEPEST) return readGroup(reader, depth);
  if (mark === '}' || mark === '$') return '';
  if (mark === '~') return '\u00a0';
  return readMarks(reader, mark);
}

/** A group keeps its capitals; one that only holds a command does not say so. */
function readGroup(reader: Reader, depth: number): string {
  const command = reader.text[reader.at] === '\\';
  const inside = readUntil(reader, '}', depth + 1);
  return reader.tagged && !command && /\p{Lu}/u.test(inside) ? `<span class="nocase">${inside}</span>` : inside;
}

const MARKS = /---?|``|''|`|'|[\^_]\{?/y;
const READ: Readonly<Record<string, string>> = { '---': '—', '--': '–', '``': '“', "''": '”', '`': '‘', "'": '’' };

function readMarks(reader: Reader, mark: string): string {
  MARKS.lastIndex = reader.at - 1;
  const found = MARKS.exec(reader.text)?.[0] ?? mark;
  const read = READ[found];
  if (read !== undefined) {
    reader.at += found.length - 1;
    return read;
  }
  return mark;
}

const COMMAND = /([A-Za-z]+)\s*|[\s\S]/y;

function readCommand(reader: Reader, depth: number): string {
  COMMAND.lastIndex = reader.at;
  const match = COMMAND.exec(reader.text);
  if (match === null) return '';
  reader.at = COMMAND.lastIndex;
  const name = match[1] ?? match[0];
  const accent = ACCENTS[name];
  if (accent !== undefined && takesAccent(reader, name)) return accented(readArgument(reader, depth), accent);
  const letter = LETTERS[name];
  if (letter !== undefined) {
    if (reader.text.startsWith('{}', reader.at)) reader.at += 2;
    return letter;
  }
  if (name === 'url' || name === 'nolinkurl') return readVerbatim(reader);
  if (name === 'href') {
    readVerbatim(reader);
    return readArgument(reader, depth);
  }
  const tag = reader.tagged ? TAGS[name] : undefined;
  if (tag !== undefined) return `<${tag}>${readArgument(reader, depth)}</${tag}>`;
  // of any other command, what it is applied to
  return match[1] === undefined ? (name === ',' ? '\u202f' : name) : '';
}

/** `\c{c}` is an accent, and so is `\'e`. */
function takesAccent({ text, at }: Reader, name: string): boolean {
  return /[A-Za-z]/.test(name) ? /[{\\A-Za-z]/.test(text[at] ?? '') : at < text.length;
}

function accented(text: string, accent: string): string {
  const plain = text.replace(/^ı/, 'i').replace(/^ȷ/, 'j');
  return `${plain.slice(0, 1)}${accent}${plain.slice(1)}`;
}

function readArgument(reader: Reader, depth: number): string {
  while (reader.text[reader.at] === ' ') reader.at++;
  const mark = reader.text[reader.at] ?? '';
  if (mark === '{' && depth < DEEPEST) {
    reader.at++;
    return readUntil(reader, '}', depth + 1);
  }
  return mark === '' ? '' : readOne(reader, mark, depth);
}

function readVerbatim(reader: Reader): string {
  if (reader.text[reader.at] !== '{') return '';
  const end = reader.text.indexOf('}', reader.at);
  const text = reader.text.slice(reader.at + 1, end < 0 ? undefined : end);
  reader.at = end < 0 ? reader.text.length : end + 1;
  return text.replace(/\\([%#&_~])/g, '$1');
}
