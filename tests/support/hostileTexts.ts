/** Texts that no lecturer writes, and that a parser may well break on. */
import { randomFrom } from '../bench/randomFrom.mjs';

const MANY = 10_000;

/** A number as a word of its own. */
function inLetters(number: number): string {
  return [...String(number)].map((digit) => String.fromCharCode(97 + Number(digit))).join('');
}

/** Nested further than anything can be: by what is nested. The last words of some stand deeper than they can be read. */
export const DEEP: Readonly<Record<string, string>> = {
  'ten thousand divs in each other': `${'::: box\n\n'.repeat(MANY)}inside\n\n${':::\n\n'.repeat(MANY)}`,
  'ten thousand divs of HTML': `${'<div>\n'.repeat(MANY)}\ninside\n\n${'</div>\n'.repeat(MANY)}`,
  'ten thousand spans of HTML': `a ${'<span>'.repeat(MANY)}inside${'</span>'.repeat(MANY)}`,
  'ten thousand tags of HTML on a line, never closed': '<pre>'.repeat(MANY),
  'ten thousand opening brackets': '['.repeat(MANY),
  'ten thousand closing brackets': ']'.repeat(MANY),
  'ten thousand brackets that open and close': '['.repeat(MANY) + ']'.repeat(MANY),
  'ten thousand images in each other': `${'!['.repeat(MANY)}x${'](y)'.repeat(MANY)}`,
  'ten thousand spans in each other': `${'['.repeat(MANY)}x${']{.a}'.repeat(MANY)}`,
  'ten thousand footnotes in each other': `a${'^['.repeat(MANY)}x${']'.repeat(MANY)}`,
  'thirty thousand calls of footnotes that never end': `a ${'[^'.repeat(3 * MANY)}`,
  'footnotes that call each other': 'a[^1]\n\n[^1]: b[^2]\n\n[^2]: c[^1] and [^2]\n',
  'ten thousand quotes in each other, not lost': `${'>'.repeat(MANY)} inside`,
  'ten thousand items in each other, on a line': `${'- '.repeat(MANY)}inside, not lost`,
  'a thousand items in each other, on lines': Array.from({ length: 1000 }, (_, at) => `${'  '.repeat(at)}- not lost\n`).join(''),
  'ten thousand numbered items in quotes': `${'> 1. '.repeat(MANY)}inside, not lost`,
  'ten thousand explanations in each other': `a\n${':   b\n    '.repeat(100)}${':   '.repeat(MANY)}x`,
  'deep emphasis': `${'*_'.repeat(MANY)}x${'_*'.repeat(MANY)}`,
  'deep stars, not lost': `${'*'.repeat(MANY)}x${'*'.repeat(MANY)}`,
  'deep sub- and superscript': `${'~^'.repeat(MANY)}x${'^~'.repeat(MANY)}`,
  'deep formulas': `$${'\\sqrt{'.repeat(MANY)}x${'}'.repeat(MANY)}$ and $${'\\left('.repeat(MANY)}x${'\\right)'.repeat(MANY)}$`,
  'environments in each other': '\\begin{a}'.repeat(MANY),
  'thirty thousand environments of different names': `${Array.from({ length: 3 * MANY }, (_, at) => `\\begin{${inLetters(at)}}`).join('')}\\end{x}`,
  'ten thousand environments between paragraphs': `${Array.from({ length: MANY }, (_, at) => `\\begin{${inLetters(at)}}\n\n`).join('')}\\end{x}`,
  'a heading with a hundred thousand braces before its last': `# ${'{a '.repeat(10 * MANY)}"}`,
  'macros that call themselves': '\\newcommand{\\a}{\\a\\a}\n\n$\\a$\n',
  'macros that nest themselves': '\\newcommand{\\a}{{\\b}}\n\n\\newcommand{\\b}{\\sqrt{\\a}}\n\n$\\a$\n',
  'commands of commands': `$${'\\sqrt'.repeat(MANY)} x$`,
  'deep front matter': `---\na: ${'['.repeat(MANY)}\n---\n\nx\n`,
  'a wide table over short rows': `${'|a'.repeat(5000)}\n${'|-'.repeat(5000)}\n${'|a\n'.repeat(2000)}`,
  'a table’s cell with many pieces of code': `|a|\n|-|\n|${'`a '.repeat(MANY)}`,
  'ten thousand lines of dashes': '---\n'.repeat(MANY),
  'ten thousand lines of dashes in columns': '--- ---\n'.repeat(MANY),
  'ten thousand lines of dashes in columns, between text': '--- ---\na   b\n'.repeat(MANY),
  'ten thousand multiline tables that are never closed': '--- ---\na   b\n\n'.repeat(MANY),
  'ten thousand headers of tables that are never closed': '-------\na   b\n--- ---\nc   d\n\n'.repeat(MANY),
  'columns without end over short rows': `${'a '.repeat(5000)}\n${'-- '.repeat(5000)}\n${'a\n'.repeat(2000)}`,
  'ten thousand borders of a grid': '+---+---+\n'.repeat(MANY),
  'ten thousand tops of grids': '+---+---+\n| a | b |\n\n'.repeat(MANY),
  'a grid of many cells': `${'+-'.repeat(100)}+\n${`${'| '.repeat(100)}|\n${'+-'.repeat(100)}+\n`.repeat(100)}`,
  'a grid of crosses alone': `${'+-'.repeat(100)}+\n${`${'+'.repeat(200)}\n`.repeat(200)}`,
  'a grid whose cells never close': `${'+-'.repeat(1000)}+\n${`${'|+'.repeat(1000)}\n`.repeat(200)}`,
  'a wide grid over short lines': `${'+-'.repeat(MANY)}+\n${'| a\n+-+\n'.repeat(MANY)}`,
  'grids in each other': Array.from({ length: 60 }).reduce<string>((inner) => {
    const lines = inner.split('\n');
    const border = `+-${'-'.repeat(lines[0]?.length ?? 1)}-+`;
    return [border, ...lines.map((line) => `| ${line} |`), border].join('\n');
  }, 'inside'),
  'comments that never end': '<!-- '.repeat(MANY),
  'white space in tags': `<a b${' '.repeat(MANY)}<a b${' '.repeat(MANY)}`,
};

/** What fills a line of five megabytes. */
export const LONG_LINES = ['words ', '`', '<', '[', '$', '|', '{', '\\', '-', '- ', '-- ', '+-', '+'] as const;

/** What is opened and not closed, and the end of the text after it, which must not be lost. */
export const UNCLOSED: Readonly<Record<string, string>> = {
  'a code fence': '```python\nx = 1\n\nthe end\n',
  'a div': '::: box\n\n::: {.a\n\nthe end\n',
  'a comment': 'a\n\n<!-- b\n\nthe end\n',
  'a comment in a line': 'a <!-- b the end\n',
  'a formula': 'a $x\n\n$$\ny\n\n\\begin{a}\n\nthe end\n',
  'a list of attributes': '# h {.a\n\n[x]{.b c="\n\n![a](b){d=\n\nthe end\n',
  'a tag of HTML': '<b\n\nthe end\n',
  'a tag with a value': '<div class="\n\nthe end\n',
  'an element of HTML': '<section><table>\n\nthe end\n',
  'a footnote': 'a^[b\n\n[^1\n\n[^2]:\n\nthe end\n',
  'front matter': '---\nx the end\n\n# b\n',
  'a multiline table': '--- ---\na   b\n\nc   d\n\nthe end\n',
  'a grid': '+---+\n| a |\nthe end\n\n+---+\n| b |\n\nthe end\n',
  'quotes, brackets and emphasis': '"a *b **c [d](e "f\n\nthe end\n',
};

/** Bytes at random, NUL among them, halves of surrogate pairs, and UTF-8 that is cut short. */
export const RANDOM_BYTES: readonly Uint8Array[] = Array.from({ length: 20 }, (_, at) => {
  const random = randomFrom(at + 1);
  return Uint8Array.from({ length: 5000 }, () => Math.floor(random() * 256));
}).concat(
  Uint8Array.from([0, 0x23, 0x20, 0, 0x0a, 0x0a, 0]),
  Uint8Array.from([0xed, 0xa0, 0x80, 0x20, 0xed, 0xbf, 0xbf, 0x0a, 0xc3]),
  new TextEncoder().encode('\uFEFF# a\0b\n\n\u{1F600}\n'),
);

/** The marks of both dialects. */
const TOKENS = [
  ...'*_`~^$[](){}<>|#:-+=!@&%"\'\\/.,;\n\n\n ',
  ...[
    '**',
    '```',
    '~~~',
    ':::',
    '::: notes',
    '::: {.a}',
    '---',
    '----',
    '. . .',
    '- ',
    '1. ',
    '(@a) ',
    '(@)',
    '> ',
    ':   ',
    '| ',
    '|-|',
    '--- ---\n',
    'a   b\n',
    '+---+---+\n',
    '+===+===+\n',
    '| a | b |\n',
    '| a   b |\n',
  ],
  ...[
    '<div>',
    '</div>',
    '<b>',
    '</b>',
    '<pre>',
    '</pre>',
    '<br/>',
    '<!--',
    '-->',
    '<!-- .element: class="x" -->',
    '<!-- .slide: id="x" -->',
  ],
  ...[
    '[^1]',
    '[^1]: ',
    '^[',
    '![',
    '](',
    '](#a)',
    '{.a}',
    '{#b}',
    '{=html}',
    '# ',
    '## ',
    '$$',
    '\\begin{a}',
    '\\end{a}',
    '\\newcommand{\\a}{b}',
  ],
  ...[
    '    ',
    '\t',
    '\r\n',
    '\u00a0',
    'Note:',
    'https://a.b',
    'www.a.b',
    '&amp;',
    'a',
    'b c',
    'Table: x',
    '~x~',
    '😀',
    '\0',
    'title: x\n',
    '@a',
  ],
];

/** So many texts of these marks, the same in each run. */
export function fuzzTexts(count: number): readonly string[] {
  const random = randomFrom(20261121);
  const upTo = (limit: number): number => Math.floor(random() * limit);
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + upTo(60) }, () => TOKENS[upTo(TOKENS.length)] ?? '').join(''),
  );
}
