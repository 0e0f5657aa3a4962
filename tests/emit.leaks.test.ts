import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeLeaks, findLeaks } from '../src/emit/findLeaks.ts';
import { foldLetters, type Notation } from '../src/emit/foldLetters.ts';
import { openOutput } from '../src/emit/openOutput.ts';
import type { Secret } from '../src/model/outline.ts';

const NOTE = 'The exam will be about Été 2026, and Müller’s résumé of “rollback” drills — don’t tell anyone!';

function secret(text: string, what: Secret['what'] = 'private note'): Secret {
  return { text, what, span: { path: 'slides/01-roles.md', start: 10, end: 20 } };
}

/** The paths of the files in which the text is found. */
function leaksOf(
  text: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  publicTexts: readonly string[] = [],
): string[] {
  const entries = Object.entries(files).map(([path, content]) => ({ path, bytes: Buffer.from(content) }));
  return findLeaks([secret(text)], publicTexts, entries).map((leak) => leak.path);
}

function folded(text: string | Uint8Array, notation: Notation): string {
  const { codes, starts, length } = foldLetters(Buffer.from(text), notation);
  return [...codes.subarray(0, length)]
    .map((code, at) =>
      code === 0 ? ' | ' : `${starts[at] === 1 ? ' ' : starts[at] === 2 ? '_' : ''}${String.fromCharCode(code)}`,
    )
    .join('')
    .replace(/ +/g, ' ')
    .trim();
}

describe('a secret is found in', () => {
  const plain = 'and Müller’s résumé of “rollback” drills';
  test.each<[string, string, string | Uint8Array]>([
    ['the text of a page', 'index.html', `<!doctype html><p>Well, ${plain}.</p>`],
    ['capitals, with other quotes and dashes', 'a.html', "<p>AND MULLER'S RESUME OF «ROLLBACK» DRILLS"],
    ['an attribute’s value', 'a.html', `<img src="x.png" alt="${plain}">`],
    ['an attribute without quotes around it', 'a.html', '<a href=#and-müllers-résumé-of-rollback-drills>x</a>'],
    ['an unclosed attribute', 'a.html', `<img alt="${plain}`],
    ['words after a stray <', 'a.html', '<p>if a <b and muller s resume of rollback drills</p>'],
    ['the manifest', 'lectern.json', `{"title":${JSON.stringify(plain)}}`],
    [
      'JSON with everything escaped',
      'x.json',
      [...plain].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
    ],
    ['JSON over several lines', 'x.json', JSON.stringify(plain.replaceAll(' ', '\n'))],
    ['an address', 'a.html', `<a href="https://example.org/?q=${encodeURIComponent(plain)}">x</a>`],
    ['a fragment', 'a.html', '<a href="roles.html#/and-m%C3%BCllers-r%c3%a9sum%c3%a9-of-rollback-drills">x</a>'],
    ['the title of a page', 'a.html', `<head><title>${plain} · Course</title></head>`],
    ['a meta element', 'a.html', `<meta name="description" content="${plain}">`],
    [
      'a picture',
      'assets/a.svg',
      `<svg xmlns="http://www.w3.org/2000/svg"><text x="1">and Müller’s <tspan dy="1em">résumé of</tspan> rollback drills</text></svg>`,
    ],
    ['a picture’s description', 'assets/a.svg', `<svg><desc>${plain}</desc></svg>`],
    ['data in a script', '_lectern/search/ab.js', `lecternSearch({"a":[1,"${plain}"]})`],
    [
      'a script in a page',
      'a.html',
      `<script type="application/json">{"a":"and M\\u00fcller\\u2019s\\nr\\u00e9sum\\u00e9 of rollback drills"}</script>`,
    ],
    ['markup inside data', 'x.js', 'f("<p>and <em>Müller’s<\\/em> résumé of <b>rollback</b> drills<\\/p>")'],
    ['a comment of a style sheet', 'assets/a.css', `a { color: red } /* ${plain} */`],
    ['a style element', 'a.html', `<style>a::after { content: "${plain}" }</style>`],
    ['a comment of a page', 'a.html', `<!-- ${plain} -->`],
    ['a text file of public/', 'notes.txt', plain],
    ['a file without an ending', 'CNAME', plain],
    ['named entities', 'a.html', '<p>and M&uuml;ller&rsquo;s r&eacute;sum&eacute; of &ldquo;rollback&rdquo; drills'],
    ['numeric entities', 'a.html', `<p>${[...plain].map((c) => `&#${c.codePointAt(0)};`).join('')}`],
    [
      'hexadecimal entities in a value',
      'a.html',
      `<p title='${[...plain].map((c) => `&#x${c.codePointAt(0)?.toString(16)};`).join('')}'>`,
    ],
    ['inline tags', 'a.html', '<p>and <em>Müller’s</em> rés<b>um</b>é of <a href="x">“rollback”</a><br>drills'],
    ['two table cells', 'a.html', '<td>and Müller’s</td><td>résumé of rollback drills</td>'],
    ['two lines', 'a.html', '<p>and Müller’s\r\n  résumé\n\tof rollback drills'],
    ['soft hyphens and no-break spaces', 'a.html', '<p>and\u00a0Mül\u00adler’s rés&shy;umé\u200b of roll\u2060back drills'],
    ['letters with separate accents', 'a.html', `<p>${plain.normalize('NFD')}`],
    ['Latin-1', 'old.txt', Buffer.from(plain.replace(/[’“”]/g, "'"), 'latin1')],
    [
      'the middle of a picture’s bytes',
      'a.png',
      Buffer.concat([Buffer.from([0x89, 0x50, 0xff, 0xc3, 0]), Buffer.from(plain), Buffer.from([0xe2, 0])]),
    ],
    ['a PDF', 'a.pdf', Buffer.from(`%PDF-1.7\n%\xe2\xe3\xcf\xd3\n/Title (${plain.replace(/[’“”]/g, '')})`, 'latin1')],
    ['a file’s name', 'assets/and-müllers-résumé-of-rollback-drills.png', ''],
    ['a file’s folders', 'and/Müllers/résumé of/rollback/drills.png', ''],
  ])('%s', (_, path, content) => {
    expect(leaksOf(NOTE, { [path]: content, 'other.html': '<p>Nothing to see.</p>' })).toEqual([path]);
  });

  test('what was written to disk, whatever made it', () => {
    const root = mkdtempSync(join(tmpdir(), 'lectern-leaks-'));
    const { value: output } = openOutput(join(root, 'dist'), { root, folder: 'slides' });
    output?.write({ path: 'a.html', content: '<p>clean' });
    output?.write({ path: 'lectern.json', content: JSON.stringify({ title: NOTE }) });
    expect(findLeaks([secret(NOTE)], [], output?.written() ?? []).map((leak) => leak.path)).toEqual(['lectern.json']);
    output?.abandon();
    rmSync(root, { recursive: true });
  });
});

describe('how much of a secret is one', () => {
  test('Five words in a row are, from anywhere in it; four are not.', () => {
    expect(leaksOf('Ask Alice whether the grading of group seven was fair', { 'a.html': 'the grading of group seven' })).toEqual([
      'a.html',
    ]);
    expect(leaksOf('Ask Alice whether the grading of group seven was fair', { 'a.html': 'the grading of group' })).toEqual([]);
  });

  test('Short words are taken together until they make twelve letters.', () => {
    expect(leaksOf('a b c d e f g h i j k l m', { 'a.html': 'a b c d e f g h i j k l' })).toEqual(['a.html']);
    expect(leaksOf('a b c d e f g h i j k l m', { 'a.html': 'a b c d e f g h i j k' })).toEqual([]);
    expect(leaksOf('it is on at 9', { 'a.html': 'it is on at 9' })).toEqual([]);
  });

  test('Two to four words of twelve letters are looked for whole, and as words.', () => {
    expect(leaksOf('fire Alice tomorrow', { 'a.html': 'We fire Alice tomorrow.' })).toEqual(['a.html']);
    expect(leaksOf('fire Alice tomorrow', { 'a.html': '<b>fire</b><i>Alice</i><u>tomorrow</u>' })).toEqual(['a.html']);
    expect(leaksOf('fire Alice', { 'a.html': 'fire Alice' })).toEqual([]);
    expect(leaksOf('navigation mode', { 'a.html': '<script>{"navigationMode":1}</script>' })).toEqual([]);
    expect(leaksOf('the rapist list', { 'a.html': 'therapist list' })).toEqual([]);
  });

  test('One word needs twelve letters, and is found as a word.', () => {
    expect(leaksOf('Hunter2Hunter2', { 'a.html': 'hunter2hunter2' })).toEqual(['a.html']);
    expect(leaksOf('Hunter2', { 'a.html': 'hunter2' })).toEqual([]);
    expect(leaksOf('presentation', { 'a.html': 'representations' })).toEqual([]);
  });

  test('Writings without spaces count letter by letter.', () => {
    expect(leaksOf('期末考试的题目在这里', { 'a.html': '<p>期末考试的题目</p>' })).toEqual(['a.html']);
    expect(leaksOf('期末考试的题目在这里', { 'a.html': '<p>期末考试</p>' })).toEqual([]);
    expect(leaksOf('Экзамен будет о том, как откатить выпуск', { 'a.html': '<p>будет о том как откатить' })).toEqual(['a.html']);
  });
});

describe('no false alarm', () => {
  test('Words that are also said in public are no secret, however they are written there.', () => {
    const page = { 'a.html': '<p>The <em>plan</em> is to deploy on Friday &amp; watch.' };
    expect(leaksOf('The plan is to deploy on Friday', page)).toEqual(['a.html']);
    expect(leaksOf('The plan is to deploy on Friday', page, ['the *plan* is to deploy on Friday & watch'])).toEqual([]);
    expect(leaksOf('The plan is to deploy on Friday, and to hide it', page, ['The plan is to deploy on Friday & watch'])).toEqual(
      [],
    );
    expect(leaksOf('deploy on Friday', page, ['We deploy on Friday.'])).toEqual([]);
  });

  test('Public words are taken off run by run: what else the secret says is still found.', () => {
    const text = 'The plan is to deploy on Friday, but the real exam is on Monday';
    expect(leaksOf(text, { 'a.html': 'the real exam is on Monday' }, ['The plan is to deploy on Friday'])).toEqual(['a.html']);
  });

  test('The language of pages is no author’s text.', () => {
    const page = '<section class="slide level2" role="presentation" data-background-color="#fff" data-transition="none">';
    expect(leaksOf('.slide: data-background-color="#fff"', { 'a.html': page })).toEqual([]);
    expect(leaksOf('presentation', { 'a.html': page })).toEqual([]);
    expect(leaksOf('slide level2 presentation', { 'a.html': page })).toEqual([]);
  });

  test('Labels of a picture stand apart.', () => {
    const svg = '<svg><text>Plan</text><text>Build</text><text>Test</text><text>Deploy</text><text>Operate</text></svg>';
    expect(leaksOf('plan, build, test, deploy, operate', { 'assets/a.svg': svg })).toEqual([]);
  });

  test('Values of different attributes stand apart, and apart from the text.', () => {
    expect(leaksOf('some words here and there', { 'a.html': '<a title="some words" alt="here and">there</a>' })).toEqual([]);
  });

  test('Nothing is read where there is no secret to look for.', () => {
    const files = {
      [Symbol.iterator]: () => {
        throw new Error('read');
      },
    };
    expect(findLeaks([], [], files)).toEqual([]);
    expect(findLeaks([secret('TODO'), secret('said in public by the author')], ['Said in public by the author.'], files)).toEqual(
      [],
    );
  });
});

describe('what is told', () => {
  test('Each secret is reported once, with the files that would have held it.', () => {
    const note = secret(NOTE);
    const draft = secret('This lecture is nowhere near ready for anybody', 'draft');
    const comment = secret('must ask the dean first', 'comment');
    const files = [
      { path: 'a.html', bytes: Buffer.from(`<p>${NOTE}</p><p title="${draft.text}">${NOTE}</p>`) },
      { path: 'b.html', bytes: Buffer.from(`${draft.text} must ask the dean first`) },
      { path: 'c.html', bytes: Buffer.from(draft.text) },
    ];
    const leaks = findLeaks([note, draft, comment], [], files);
    expect(leaks.map((leak) => `${leak.secret.what} in ${leak.path}`)).toEqual([
      'private note in a.html',
      'draft in a.html',
      'draft in b.html',
      'comment in b.html',
      'draft in c.html',
    ]);
    const found = describeLeaks(leaks);
    expect(found.map((one) => one.message)).toEqual([
      'Words of this private note would be published in “a.html”: “The exam will be about”.',
      'Words of this draft would be published in “a.html” and 2 more files: “This lecture is nowhere near”.',
      'Words of this comment would be published in “b.html”: “must ask the dean first”.',
    ]);
    expect(found[0]).toMatchObject({
      rule: 'private-text',
      severity: 'error',
      span: { path: 'slides/01-roles.md', start: 10, end: 20 },
      hint: 'Take them out of there, or say them in public here too.',
    });
  });

  test('The words are told as the author wrote them.', () => {
    const comment = secret('Well:\n  “Who’s *there* —\n\tin the   dark & cold?”, he said.', 'comment');
    const [leak] = findLeaks([comment], [], [{ path: 'a.html', bytes: Buffer.from('<p>S THERE in the dark <b>&amp;</b> cold') }]);
    expect(leak?.words).toBe('s *there* — in the dark');
    const [whole] = findLeaks(
      [secret('“Fire Alice (tomorrow)!”')],
      [],
      [{ path: 'a', bytes: Buffer.from('fire alice tomorrow') }],
    );
    expect(whole?.words).toBe('Fire Alice (tomorrow');
  });

  test('The same text kept secret in two places is reported in both.', () => {
    const [one, other] = [secret(NOTE), secret(NOTE)];
    expect(findLeaks([one, other], [], [{ path: 'a.html', bytes: Buffer.from(NOTE) }])).toHaveLength(2);
  });
});

describe('letters', () => {
  test.each<[Notation, string, string]>([
    ['text', 'Don’t — “STOP” me_now…', 'don t stop me now'],
    ['text', '100%20 a%C3%A9b %zz 5% off', '100 aeb zz 5 off'],
    ['text', 'a <em>b</em>c <x y> if a<b', 'a b_c x y if a b'],
    ['text', '&Eacute;t&eacute; &amp; R&D &#169; &lt;x', 'ete r d x'],
    ['text', 'C:\\new', 'c new'],
    ['script', '"C:\\\\new\\nline\\u00e9\\x41\\q"', 'c new lineea'],
    ['script', '"<em>b<\\/em>c"', 'b_c'],
    ['markup', '<p class="x" title="a &gt; b" data-y=\'c\' hidden>t<!-- u --></p>', 't u | a b | c | hidden'],
    ['markup', 'a < b &unknown; <3', 'a b 3'],
    ['markup', '<SCRIPT>x</SCRIPT>y', '| x | y'],
    ['markup', '<?xml version="1.0"?><![CDATA[q]]><!doctype html>', 'cdata q | 1 0 | | html'],
    ['markup', '<', ''],
    ['markup', '<a', ''],
    ['markup', '<a b', '| b'],
    ['markup', '<a b=', '|'],
    ['text', '%', ''],
    ['text', '&#x110000; &#55357; \ud83d\ude00 a', 'a'],
  ])('of %s: %s', (notation, text, expected) => {
    expect(folded(text, notation)).toBe(expected);
  });
});

test('Many secrets whose words are said in public are found nowhere in many pages.', () => {
  const words = Array.from({ length: 4000 }, (_, at) => `w${((at * 7919) % 4001).toString(36)}rd`);
  const page = Buffer.from(
    `<!doctype html><html>${words.map((word, at) => `<p class="a b"><a href="x.html#${at}">${word}</a> ${word}s</p>`).join('\n')}`,
  );
  const secrets = Array.from({ length: 500 }, (_, at) => secret(words.slice(at, at + 200).join(' or ')));
  const count = Math.ceil(2_000_000 / page.length);
  const leaks = findLeaks(
    secrets,
    [words.join(' ')],
    Array.from({ length: count }, (_, at) => ({ path: `${at}.html`, bytes: page })),
  );
  expect(leaks).toEqual([]);
});
