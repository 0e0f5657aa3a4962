import { deflateSync } from 'node:zlib';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { EXAMPLE_FILE, type Rule } from '../../src/model/rule.ts';
import { MEASURED_RULES } from '../../src/model/rules/measuredRules.ts';
import { lectern } from '../support/program.ts';
import { filesBelow } from '../support/site.ts';
import { writeFolder } from '../support/writeFolder.ts';

const INDEX = { 'slides/index.md': '---\ntitle: Course\n---\n\nHello.\n' };
const MEASURED: ReadonlySet<string> = new Set(Object.keys(MEASURED_RULES));

interface Finding {
  readonly rule: string;
  readonly message: string;
  readonly hint: string | null;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
}

const BROWSER = { CHROME_PATH: inject('browser') };

/** What `check` finds in a course of this one lecture, with a browser unless the environment says otherwise. */
function check(root: string, env: Readonly<Record<string, string>> = BROWSER, words = ['--no-axe']): readonly Finding[] {
  const { stdout, stderr } = lectern(['check', '--format', 'json', ...words], root, env);
  expect(stderr).toBe('');
  return (JSON.parse(stdout) as { diagnostics: Finding[] }).diagnostics;
}

/** The same, of these slides, and only what was measured. */
function measured(text: string, beside: Readonly<Record<string, string>> = {}, words?: string[]): readonly Finding[] {
  return check(writeFolder({ ...INDEX, ...beside, [EXAMPLE_FILE]: text }), BROWSER, words).filter(
    ({ rule }) => MEASURED.has(rule) || rule === 'browser',
  );
}

/** A grey PNG, so many pixels wide and high. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length);
    body.copy(out, 4);
    out.writeUInt32BE(crc(body), body.length + 4);
    return out;
  };
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  const pixels = deflateSync(Buffer.alloc((width + 1) * height, 0));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

/** As PNG wants it (ISO 3309). */
function crc(bytes: Buffer): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return (rest ^ 0xffffffff) >>> 0;
}

describe('the examples of what is measured', () => {
  for (const [name, rule] of Object.entries(MEASURED_RULES).filter(([, one]) => (one as Rule).file !== null))
    test(`of “${name}” break it alone, and mend it`, () => {
      const beside = (rule as Rule).beside ?? {};
      const found = (text: string) => [...new Set(measured(`${text}\n`, beside, []).map((one) => one.rule))];
      expect({ wrong: found(rule.wrong), right: found(rule.right) }).toEqual({ wrong: [name], right: [] });
    });
});

describe('what ends beyond the edge of its slide', () => {
  test('is told at its place, with how much it is and what becomes of it', () => {
    const rows = (count: number): string => `| a | b |\n|---|---|\n${'| 1 | 2 |\n'.repeat(count)}`;
    const found = measured(`---\ntitle: One\n---\n\n## A\n\nText.\n\n${rows(15)}\n## B\n\n${rows(40)}\n`);
    expect(found.map(({ line, column }) => [line, column])).toEqual([
      [9, 1],
      [29, 1],
    ]);
    expect(found[0]?.message).toMatch(/^The table ends \d+ px below slide 2, so all of it is set at \d\d %\.$/);
    expect(found[1]?.message).toMatch(/^The table ends \d+ px below slide 3, and is cut off even where all is set at 70 %\.$/);
    expect(found[0]?.hint).toBe('Make two slides of it, or say some of it in the notes.');
  });

  test('is told at each edge', () => {
    const found = measured(
      [
        '## A\n\n[One line that must not break. One line that must not break. One line that must not break.]{style="white-space: nowrap"}\n',
        '## B\n\n::: {style="margin-left: -300px"}\n\nText\n\n:::\n',
        '## C\n\n::: {style="margin-top: -400px"}\n\nText\n\n:::\n',
      ].join('\n'),
    );
    expect(found.map(({ message, line }) => `${line} ${message.replace(/\d+(?= px)/, 'N')}`)).toEqual([
      '3 The text ends N px to the right of slide 1, so all of it is set at 85 %.',
      '9 The text begins N px to the left of slide 2, and is cut off there.',
      '17 The text begins N px above slide 3, and is cut off there.',
    ]);
  });

  test('is no formula, no box that scrolls, no picture that fills its room, no decoration, no step, and no notes', () => {
    const found = measured(
      [
        '## Formula\n\n$$\\int_0^1 \\frac{\\sqrt{x^2+1}}{\\sum_{i=1}^n i^2}\\,dx$$\n',
        `## Scrolls\n\n::: {style="height: 200px; overflow: auto"}\n${'\nText\n'.repeat(30)}\n:::\n`,
        '## Picture\n\n![A drawing](tall.svg)\n',
        '## Stretched\n\nText.\n\n![A drawing](tall.svg){.r-stretch}\n',
        '## Decoration\n\n<div aria-hidden="true" style="position: absolute; right: -80px; top: 0">~</div>\n\nText.\n',
        '## Fit\n\n::: r-fit-text\nA line of text that is fitted by itself, however long it may be in the source\n:::\n',
        `## Notes\n\nText.\n\n::: notes\n${'\nSay it.\n'.repeat(80)}\n:::\n`,
        '## Steps\n\n::: incremental\n\n- a\n- b\n- c\n\n:::\n',
        `## Code\n\n\`\`\`text\n${'x'.repeat(300)}\n\`\`\`\n`,
      ].join('\n'),
      { 'slides/tall.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 4000"><path d="M0 0h300v4000z"/></svg>' },
    );
    expect(found).toEqual([]);
  });

  test('is found at the last step too', () => {
    const items = Array.from({ length: 24 }, (_, at) => `- Point ${at}`).join('\n');
    expect(measured(`## A\n\n::: incremental\n\n${items}\n\n:::\n`)).toMatchObject([{ rule: 'overflow', line: 5 }]);
  });

  test('is found where it is so at one step alone, and not where a step is still on its way', () => {
    const style = '<style>.far.current-fragment { position: relative; left: -400px } .grown.visible { height: 900px }</style>';
    const found = measured(
      [
        `## Passing\n\n${style}\n\nText.\n\n::: fragment\nOne.\n:::\n\n::: {.fragment .far}\nTwo.\n:::\n\n::: fragment\nThree.\n:::\n`,
        '## In the end\n\nText.\n\n::: {.fragment .grown}\nMore.\n:::\n',
        `## On its way\n\n${'Text.\n\n'.repeat(8)}::: {.fragment .fade-up}\nFrom below.\n:::\n`,
      ].join('\n'),
    );
    expect(found.map(({ message, line }) => `${line} ${message.replace(/\d+(?= px)/, 'N')}`)).toEqual([
      '12 The text begins N px to the left of slide 1 at step 2, and is cut off there.',
      '23 The content ends N px below slide 2, and is cut off even where all is set at 70 %.',
    ]);
  });

  test('may be so on paper alone: code that scrolls on a screen is printed whole', () => {
    const code = (lines: number): string => `\`\`\`text\n${'line\n'.repeat(lines)}\`\`\`\n`;
    const wide = '<div style="width: 1150px; max-width: none">Nearly as wide as the slide</div>';
    const found = measured(`## A\n\n${code(90)}\n## B\n\n${code(30)}\n# Part\n\n## C\n\n${wide}\n`);
    expect(found.map(({ message, line }) => `${line} ${message.replace(/\d+(?= px| %)/g, 'N')}`)).toEqual([
      '3 The code ends N px below slide 1 on paper, so all of it is set at N %.',
    ]);
  });

  test('may be so on a screen of 4:3 alone', () => {
    const found = measured('## A\n\n::: {style="height: 79vh"}\n\nText\n\n:::\n');
    expect(found.map(({ message }) => message.replace(/\d+(?= px| %)/g, 'N'))).toEqual([
      'The content ends N px below slide 1 on a screen of 4:3, so all of it is set at N %.',
    ]);
  });
});

describe('text', () => {
  test('that is too small for the back row is told, with the smallest of it, and small print is not', () => {
    const found = measured(
      '## A\n\nText, [small]{style="font-size: 12px"} and [smaller]{style="font-size: 9px"}.\n\n## B\n\n<small>After a book</small> and H~2~O.\n',
    );
    expect(found).toMatchObject([
      {
        rule: 'small-text',
        message: 'The smallest text on slide 1 is 9 px high, on a slide of 720 px.',
        hint: 'Write less, and let it be larger.',
        line: 3,
        column: 1,
      },
    ]);
  });
});

describe('a picture', () => {
  test('that is shown much larger than it is is told', () => {
    const root = writeFolder({
      ...INDEX,
      [EXAMPLE_FILE]: '## A\n\n![A grey box](a.png){width=900px}\n\n## B\n\nAn ![icon](a.png){width=100px} in a line.\n',
    });
    writeFileSync(join(root, 'slides/a.png'), png(300, 100));
    expect(check(root)).toMatchObject([
      {
        rule: 'coarse-picture',
        message: 'This picture is shown 3 times as large as it is on slide 1.',
        hint: 'Take one with more pixels, or show it smaller.',
        line: 3,
        column: 1,
      },
    ]);
  });

  test('that vanishes in the dark is told, and none that has a ground, a plate or colours of its own', () => {
    const drawing = (content: string): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 400">${content}</svg>`;
    const line = '<path d="M0 380 800 0" stroke-width="9" stroke=';
    const found = measured(
      [
        '## A\n\n![Plain](black.svg){.plain}\n',
        '## B\n\n<img src="black.svg" alt="In HTML">\n',
        '## C\n\n![On a plate](black.svg)\n',
        '## D\n\n![In colour](red.svg){.plain}\n',
        '## E\n\n![On its own ground](ground.svg){.plain}\n',
        '## F\n\n![Follows the page](follows.svg){.plain}\n',
        '## G {background-color="#fff"}\n\n![On a light slide](black.svg){.plain}\n',
        '## H\n\n![Turned around](black.svg){.plain style="filter: invert(1)"}\n',
        '## I {background-color="#101010"}\n\n![In neither](black.svg){.plain}\n',
      ].join('\n'),
      {
        'slides/black.svg': drawing(`${line}"#000"/>`),
        'slides/red.svg': drawing(`${line}"#e03030"/>`),
        'slides/ground.svg': drawing(`<path d="M0 0h800v400H0z" fill="#fff"/>${line}"#000"/>`),
        'slides/follows.svg': drawing(
          `<style>path{stroke:#000}@media(prefers-color-scheme:dark){path{stroke:#fff}}</style>${line}"#000"/>`,
        ),
      },
    );
    expect(found.map(({ rule }) => rule)).toEqual(['vanishing-picture', 'vanishing-picture']);
    expect(found.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '3 In the dark this picture on slide 1 has nearly the colour of what it stands on.',
      '7 In the dark this picture on slide 2 has nearly the colour of what it stands on.',
    ]);
  });

  test('that no browser can show is told at its words', () => {
    const found = measured('## A\n\nText, and ![a curve](a.png) in it.\n', { 'slides/a.png': 'no picture' });
    expect(measured('## A\n\n![A curve](b.png)\n\n![Another](https://example.org/c.png)\n')).toEqual([]);
    expect(found).toMatchObject([
      { rule: 'failed-picture', message: 'No browser can show this picture on slide 1.', line: 3, column: 11 },
    ]);
  });
});

describe('a page of the course in a frame', () => {
  const frame = (name: string): string => `<iframe src="${name}" title="To be tried"></iframe>\n`;

  test('is told where its scripts fail, with the file and line, and what they ask of hosts that nobody named', () => {
    const found = measured(`## A\n\n${frame('demo.html')}\n## B\n\n${frame('../assets/fine.html')}`, {
      'slides/demo.html': [
        '<!doctype html><title>Demo</title>',
        '<link rel="stylesheet" href="https://fonts.example.org/a.css">',
        '<script src="helper.js"></script>',
        '<script>',
        'console.error("no data", 1);',
        'show(drift);',
        '</script>',
        '<script>fetch("https://data.example.org/all.json").catch(() => 0)</script>',
        '',
      ].join('\n'),
      'assets/fine.html': '<!doctype html><title>Fine</title><script>document.title = "x"</script>',
    });
    expect(found.map(({ rule, line, message }) => `${rule} ${line} ${message}`)).toEqual([
      'script-error 3 “slides/demo.html” fails on line 5: no data 1.',
      'script-error 3 “slides/demo.html” fails on line 6: ReferenceError: show is not defined.',
      'unnamed-host 3 “slides/demo.html” asks “data.example.org” for data, and no lecture names that host.',
      'unnamed-host 3 “slides/demo.html” asks “fonts.example.org” for a style sheet, and no lecture names that host.',
    ]);
  });

  test('may ask hosts that a lecture names, and is watched once', () => {
    const root = writeFolder({
      ...INDEX,
      [EXAMPLE_FILE]: `## A\n\n${frame('demo.html')}\n[The data](https://data.example.org/)\n`,
      'slides/demo.html':
        '<!doctype html><title>Demo</title><script>fetch("https://data.example.org/a").catch(() => 0); oh()</script>',
    });
    const found = check(root);
    expect(found.map(({ rule }) => rule)).toEqual(['script-error']);
    expect(check(root, { CHROME_PATH: '/nowhere' })).toEqual(found);
  });
});

describe('axe', () => {
  /** Messages with their lines, in order. */
  const examined = (text: string, beside: Readonly<Record<string, string>> = {}) =>
    measured(text, beside, []).map(({ line, column, message }) => `${line}:${column} ${message}`);

  test('finds what not everyone can use, in the light and in the dark, and each thing once', () => {
    const found = examined(
      [
        '## Faint\n\n[Pale]{style="color: #9aa5a6"}\n\nText.\n\n[Black]{style="color: #111"}\n',
        '## Names\n\n<button></button>\n\n<span tabindex="5" role="button">On</span>\n',
      ].join('\n'),
    );
    const contrast = 'color-contrast: Elements must meet minimum color contrast ratio thresholds';
    expect(found).toEqual([
      `3:1 On slide 1 this text has a contrast of 2.4 to 1 with its ground, and needs 3 (${contrast}).`,
      `7:1 On slide 1 this text has a contrast of 1 to 1 with its ground in the dark, and needs 3 (${contrast}).`,
      '11:1 On slide 2 this button has no name (button-name: Buttons must have discernible text).',
      '11:1 This is too small to be hit with a finger (target-size: All touch targets must be 24px large, or leave sufficient space).',
      '13:1 On slide 2 keys do not reach this in the order in which it is read (tabindex: Elements should not have tabindex greater than zero).',
      '13:1 This is too small to be hit with a finger (target-size: All touch targets must be 24px large, or leave sufficient space).',
    ]);
  });

  test('finds nothing on slides that have a ground of their own, on steps, in code, formulas, figures, notes, and around slides', () => {
    const found = examined(
      [
        '---\ntitle: A lecture\nauthor: A. Lecturer\n---\n',
        '# A section\n',
        '## Dark {background-color="#102030"}\n\nLight text.\n',
        '## Light {background-color="#fff"}\n\nDark text.\n',
        '## Photograph {background-image="photo.png"}\n\nLight text.\n',
        '## Steps\n\n::: incremental\n\n- One\n- Two\n\n:::\n',
        `## Code\n\n\`\`\`{.python code-line-numbers="1|2"}\nprint(1)\nprint(2)  # ${'long '.repeat(40)}\n\`\`\`\n`,
        '## Formula\n\n$$\\int_0^1 x^2\\,dx$$\n',
        '## Figure\n\n![A box](box.svg)\n',
        '## Question\n\n::: question\n\nWhich?\n\n- [x] This\n- [ ] That\n\n:::\n\n::: notes\n\nSay it.\n\n:::\n',
        '| Week | Topic |\n|------|-------|\n| 1 | a |\n',
        '> A quote\n\nA writer\n',
        '## Notes below\n\nA call.[^one] Another.[^two]\n\n[^one]: Said here.\n\n[^two]: And here.\n',
        `## Long lines\n\n\`\`\`text\n${'line '.repeat(60)}\n\`\`\`\n`,
      ].join('\n'),
      {
        'slides/box.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 400"><path d="M0 0h800v400z"/></svg>',
        'slides/photo.png': 'not read here',
      },
    );
    expect(found.filter((one) => !one.includes('No browser can show'))).toEqual([]);
  });

  test('is left out with --no-axe, and asked once for what has not changed', () => {
    const root = writeFolder({ ...INDEX, [EXAMPLE_FILE]: '## A\n\n[Pale]{style="color: #9aa5a6"}\n' });
    expect(check(root)).toEqual([]);
    const found = check(root, BROWSER, []);
    expect(found.map(({ rule }) => rule)).toEqual(['accessibility']);
    expect(check(root, { CHROME_PATH: '/nowhere' }, [])).toEqual(found);
    expect(readdirSync(join(root, '.lectern/examined'))).toHaveLength(3);
  });

  test('examines the home page’s text too', () => {
    const index = '---\ntitle: Course\n---\n\nHello.\n\n[Pale]{style="color: #bbb"}\n';
    const root = writeFolder({ 'slides/index.md': index, [EXAMPLE_FILE]: '## A\n\nText.\n' });
    expect(check(root, BROWSER, [])).toMatchObject([{ rule: 'accessibility', line: 7, column: 1 }]);
  });
});

const FULL = `## A\n\n<!-- lectern-ignore overflow: the list is handed out -->\n\n${'- Point\n'.repeat(24)}`;

describe('what is measured', () => {
  test('can be silenced, and whoever silences it is not told off where nobody measured', () => {
    const root = writeFolder({ ...INDEX, [EXAMPLE_FILE]: FULL });
    const rules = (env?: Readonly<Record<string, string>>) => check(root, env).map(({ rule }) => rule);
    expect(rules().filter((rule) => rule !== 'many-items')).toEqual([]);
    expect(rules({ CHROME_PATH: 'none' }).filter((rule) => rule !== 'many-items')).toEqual([]);
    const fine = writeFolder({ ...INDEX, [EXAMPLE_FILE]: FULL.replace(/(?:- Point\n)+/, '- Point\n') });
    expect(check(fine).map(({ rule }) => rule)).toEqual(['idle-ignore']);
    expect(check(fine, { CHROME_PATH: 'none' })).toEqual([]);
  });

  test('is measured once: what has not changed is known without a browser', () => {
    const root = writeFolder({ ...INDEX, [EXAMPLE_FILE]: `## A\n\n${'Text.\n\n'.repeat(30)}` });
    const before = check(root);
    expect(before.map(({ rule }) => rule)).toEqual(['overflow']);
    expect(readdirSync(join(root, '.lectern/measured'))).toHaveLength(1);
    expect(check(root, { CHROME_PATH: '/nowhere' })).toEqual(before);
    writeFileSync(join(root, EXAMPLE_FILE), `## A\n\n${'Text.\n\n'.repeat(3)}`);
    expect(check(root, { CHROME_PATH: '/nowhere' })).toMatchObject([
      {
        rule: 'browser',
        message: 'The slides were not measured: CHROME_PATH names “/nowhere”, and there is no such file.',
        hint: 'Set CHROME_PATH to the program of one that runs, or leave this out with “--no-browser”.',
      },
    ]);
    expect(check(root)).toEqual([]);
    expect(readdirSync(join(root, '.lectern/measured'))).toHaveLength(1);
  });

  test('is measured again when a picture changed', () => {
    const root = writeFolder({ ...INDEX, [EXAMPLE_FILE]: '## A\n\n![A grey box](a.png){width=900px}\n' });
    writeFileSync(join(root, 'slides/a.png'), png(900, 300));
    expect(check(root)).toEqual([]);
    writeFileSync(join(root, 'slides/a.png'), png(300, 100));
    expect(check(root).map(({ rule }) => rule)).toEqual(['coarse-picture']);
  });

  test('needs no page of its own for lectures with the same styles, and has one for others', () => {
    const wide = '[Wide]{style="display: block; width: 1500px"}';
    const root = writeFolder({
      ...INDEX,
      ...Object.fromEntries(
        [1, 2, 3, 4].map((n) => [
          `slides/0${n}-lecture-${n}.md`,
          `---\ntitle: ${n}\n---\n\n## Slide\n\n${n < 4 ? wide : 'Text'}\n`,
        ]),
      ),
      'slides/05-other.md':
        '---\ntitle: Other\nwidth: 1600\nheight: 900\n---\n\n## Slide\n\n[Wide]{style="display: block; width: 1300px"}\n',
      'slides/06-styled.md': '---\ntitle: Styled\ncss: wide.css\n---\n\n## Slide\n\n[Wide]{.w}\n',
      'slides/wide.css': '.w { display: block; width: 1700px }\n',
    });
    const { stdout } = lectern(['check', '--format', 'json', '--no-axe'], root, BROWSER);
    const found = (JSON.parse(stdout) as { diagnostics: (Finding & { path: string })[] }).diagnostics;
    expect(found.map(({ path, message }) => `${path} ${message.replace(/\d+(?= px| %)/g, 'N')}`)).toEqual([
      'slides/01-lecture-1.md The text ends N px to the right of slide 2, so all of it is set at N %.',
      'slides/02-lecture-2.md The text ends N px to the right of slide 2, so all of it is set at N %.',
      'slides/03-lecture-3.md The text ends N px to the right of slide 2, so all of it is set at N %.',
      'slides/06-styled.md The text ends N px to the right of slide 2, so all of it is set at N %.',
    ]);
  });

  test('is left out with --no-browser', () => {
    const root = writeFolder({ ...INDEX, [EXAMPLE_FILE]: `## A\n\n${'Text.\n\n'.repeat(30)}` });
    const env = { CHROME_PATH: inject('browser') };
    expect(lectern(['check', '--no-browser'], root, env)).toEqual({
      status: 0,
      stdout: 'Nothing is wrong with 1 lecture.\n',
      stderr: '',
    });
  });

  test('leaves no mark in what is published', () => {
    const root = writeFolder({ ...INDEX, [EXAMPLE_FILE]: '## A\n\nText.\n' });
    check(root);
    expect(lectern(['build'], root).status).toBe(0);
    const pages = filesBelow(join(root, 'dist'));
    expect(pages.filter((path) => path.includes('measure'))).toEqual([]);
    expect(filesBelow(root).filter((path) => path.includes('.new'))).toEqual([]);
  });
});
