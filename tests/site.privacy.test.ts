import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow, type Site, site } from './support/site.ts';

/** Words that nobody else writes, five and more in a row, and different for each place. */
function phrase(place: string): string {
  const own = [...place].map((letter) => NAMES[letter.charCodeAt(0) % NAMES.length]).join('');
  return `quokka ${own} never tells ${own.slice(0, 9)} whom zephyr hides`;
}
const NAMES = 'ba ce di fo gu ha je ki lo mu na pe qi ro su ta ve wi xo yu za'.split(' ');

/** Every place of a lecture's text that a phrase can hide in, each with a phrase of its own. */
const PLACES: Readonly<Record<string, (words: string) => string>> = {
  paragraph: (words) => words,
  emphasis: (words) => words.replace(/(\w+) (\w+)/, '*$1* **$2**'),
  heading: (words) => `#### ${words}`,
  'list item': (words) => `- one\n- two\n  - ${words}`,
  quote: (words) => `> ${words}`,
  'table cell': (words) => `| a | b |\n|---|---|\n| ${words} | x |`,
  'table caption': (words) => `| a | b |\n|---|---|\n| x | x |\n\n: ${words}`,
  'code block': (words) => `\`\`\`python\nprint("${words}")\n\`\`\``,
  'indented code': (words) => `    ${words}`,
  'inline code': (words) => `See \`${words}\`.`,
  'link text': (words) => `[${words}](https://example.org/)`,
  'link address': (words) => `[here](https://example.org/${words.replaceAll(' ', '-')})`,
  'link title': (words) => `[here](https://example.org/ "${words}")`,
  'automatic link': (words) => `<https://example.org/${words.replaceAll(' ', '/')}>`,
  'alternative text': (words) => `A figure ![${words}](../assets/public.svg) here`,
  caption: (words) => `![${words}](../assets/public.svg)`,
  'image title': (words) => `![x](../assets/public.svg "${words}")`,
  'span attribute': (words) => `[text]{data-x="${words}"}`,
  'division attribute': (words) => `::: {.box data-x="${words}"}\nx\n:::`,
  'raw HTML': (words) => `<div class="box">\n\n<b>${words}</b>\n\n</div>`,
  'raw HTML attribute': (words) => `Text <abbr title="${words}">x</abbr>`,
  'raw HTML block attribute': (words) => `<div data-x="${words}">\n\nx\n\n</div>`,
  'raw verbatim': (words) => `<pre>\n${words}\n</pre>`,
  entity: (words) => words.replaceAll('e', '&#101;'),
  'character escapes': (words) => words.replaceAll(' ', ' \\_ '),
};

/** All places in one text; `of` tells those of one lecture from those of another. */
function everywhere(of: string): string {
  return Object.entries(PLACES)
    .map(([place, write]) => write(phrase(of + place)))
    .join('\n\n');
}

const PHRASES = (of: string): readonly string[] => Object.keys(PLACES).map((place) => phrase(of + place));

/** Letters of the site's files and their names, in order of the files. */
function lettersOf(folder: string): readonly (readonly [path: string, letters: string])[] {
  return filesBelow(folder)
    .filter((path) => !path.startsWith('_lectern/'))
    .map((path) => [path, letters(`${path} ${decoded(readFileSync(join(folder, path), 'utf8'))}`)] as const);
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '');
}

/** The text without its tags (but with what stands in them), and with its escapes undone. */
function decoded(text: string): string {
  const undone = text
    .replace(/&#x([0-9a-f]+);?|&#(\d+);?/gi, (_, hex, decimal) =>
      String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    )
    .replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)));
  return `${undone}\n${undone.replace(/<[^>]*>/g, '')}`;
}

/** `a.html: quokka …` for each phrase that a file of the site holds. */
function found(course: Site, phrases: readonly string[]): readonly string[] {
  const files = lettersOf(course.out);
  return phrases.flatMap((words) =>
    files.filter(([, text]) => text.includes(letters(words))).map(([path]) => `${path}: ${words}`),
  );
}

const PUBLIC = {
  'slides/index.md': `---\ntitle: Course\n---\n\nWelcome.\n\n<!-- ${phrase('indexcomment')} -->\n\n::: notes\n${phrase('indexnote')}\n:::\n`,
  'slides/01-a.md': `---
title: A lecture # ${phrase('yamlcomment')}
subtitle: "Sub <!-- ${phrase('subtitlecomment')} --> title"
---

# One

Shown.

::: {.notes .private}
${everywhere('note')}
:::

::: notes
Public words, <!-- ${phrase('commentinnotes')} --> and more of them.
:::

## Comments <!-- ${phrase('commentinheading')} -->

A paragraph <!-- ${phrase('commentinparagraph')} --> goes on.

<!--
${phrase('commentblock')}

- [a list](https://example.org/${phrase('commentlink').replaceAll(' ', '/')})
-->

- item <!-- ${phrase('commentinitem')} -->

| a | b |
|---|---|
| x <!-- ${phrase('commentincell')} --> | y |

![caption <!-- ${phrase('commentincaption')} -->](../assets/public.svg)

[link <!-- ${phrase('commentinlink')} -->](https://example.org/)

<div>

<!-- ${phrase('commentindivision')} -->

</div>

<div><!-- ${phrase('commentinhtml')} --> text</div>

<svg viewBox="0 0 1 1"><!-- ${phrase('commentinsvg')} --><path d="M0 0"/></svg>

<pre>
<!-- ${phrase('commentinverbatim')} --> text
</pre>
`,
  'slides/02-draft.md': `---
title: ${phrase('drafttitle')}
subtitle: ${phrase('draftsubtitle')}
author: ${phrase('draftauthor')}
description: ${phrase('draftdescription')}
tags: [${phrase('drafttag')}]
redirect-from: ${phrase('draftredirect').replaceAll(' ', '-')}
draft: true
---

# ${phrase('draftsection')}

${everywhere('draft')}

![only here](../assets/${phrase('draftfigure').replaceAll(' ', '-')}.svg)

::: notes
${phrase('draftnotes')}
:::

<!-- ${phrase('draftcomment')} -->
`,
  'slides/03-later.md': `---
title: Later
subtitle: ${phrase('latersubtitle')}
description: ${phrase('laterdescription')}
release: 2027-01-01
---

# ${phrase('latersection')}

${everywhere('later')}

![only here](../assets/later.svg)

::: notes
${phrase('laternotes')}
:::
`,
  'assets/public.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  [`assets/${phrase('draftfigure').replaceAll(' ', '-')}.svg`]: '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'assets/later.svg': `<svg xmlns="http://www.w3.org/2000/svg"><text>${phrase('laterfigure')}</text></svg>`,
};

const COMMENTS =
  `yamlcomment subtitlecomment commentinnotes commentinheading commentinparagraph commentblock commentlink commentinitem
commentincell commentincaption commentinlink commentindivision commentinhtml commentinsvg commentinverbatim indexcomment draftcomment`
    .split(/\s+/)
    .map(phrase);
const ABSENT = `drafttitle draftsubtitle draftauthor draftdescription drafttag draftredirect draftsection draftfigure draftnotes
latersubtitle laterdescription latersection laternotes laterfigure`
  .split(/\s+/)
  .map(phrase);

describe('what is private', { timeout: 30_000 }, () => {
  test('is in no byte of the site, wherever in a note, a comment, a draft or a lecture of a later day it stands', async () => {
    const course = site(PUBLIC);
    const built = await course.build();
    const secrets = [...PHRASES('note'), ...PHRASES('draft'), ...PHRASES('later'), ...COMMENTS, ...ABSENT, phrase('indexnote')];
    expect(secrets.length).toBeGreaterThan(100);
    expect(new Set(secrets).size).toBe(secrets.length);
    expect(built.found.split('\n').filter((line) => line.startsWith('error'))).toEqual([]);
    expect(built.written).toBe(true);
    expect(found(course, secrets)).toEqual([]);
    expect(course.paths()).not.toContain('assets/later.svg');
  });

  test('would be found by this very search, if it were let out', async () => {
    const course = site(PUBLIC);
    expect((await course.build({ drafts: true, privateNotes: true, asOf: '2027-02-01' })).written).toBe(true);
    const shown = (of: string): readonly string[] => PHRASES(of).filter((words) => found(course, [words]).length === 0);
    expect(shown('note')).toEqual([]);
    expect(shown('draft')).toEqual([]);
    expect(shown('later')).toEqual([]);
    expect(found(course, COMMENTS)).toEqual([]);
  });
});

describe('what is private and stands in a file that is published as it is', { timeout: 30_000 }, () => {
  const secret = phrase('leak');
  const dashed = secret.replaceAll(' ', '-');
  const LECTURE = '---\ntitle: A\n---\n\n# One\n\n![x](../assets/figure.svg)\n';
  const figure = '<svg xmlns="http://www.w3.org/2000/svg"/>';
  const sources = {
    'a private note': { 'slides/01-a.md': `${LECTURE}\n::: {.notes .private}\n${secret}\n:::\n` },
    'a comment': { 'slides/01-a.md': `${LECTURE}\n<!-- ${secret} -->\n` },
    'a draft': { 'slides/01-a.md': LECTURE, 'slides/02-d.md': `---\ntitle: D\ndraft: true\n---\n\n# X\n\n${secret}\n` },
    'a lecture of a later day': {
      'slides/01-a.md': LECTURE,
      'slides/02-l.md': `---\ntitle: L\nrelease: 2027-01-01\n---\n\n# X\n\n${secret}\n`,
    },
  };
  const leaks: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'the text of a figure': { 'assets/figure.svg': `<svg xmlns="http://www.w3.org/2000/svg"><text>${secret}</text></svg>` },
    'an attribute of a figure': { 'assets/figure.svg': `<svg xmlns="http://www.w3.org/2000/svg" aria-label="${secret}"/>` },
    'a figure’s text cut by tags': {
      'assets/figure.svg': `<svg xmlns="http://www.w3.org/2000/svg"><text>${secret.replaceAll(' ', '</tspan> <tspan>')}</text></svg>`,
    },
    'a comment of a figure': { 'assets/figure.svg': `<svg xmlns="http://www.w3.org/2000/svg"><!-- ${secret} --></svg>` },
    'a public file': { 'public/notes.txt': `Some words.\n${secret.toUpperCase()}\n` },
    'a public page': { 'public/old/page.html': `<!doctype html><title>x</title><p>${secret.replaceAll('e', '&#101;')}</p>` },
    'public data': { 'public/data.json': JSON.stringify({ said: secret.replace(' ', '\n') }).replaceAll('e', '\\u0065') },
    'the name of a public file': { [`public/${dashed}.txt`]: 'x' },
    'a style sheet': {
      'slides/index.md': '---\ntitle: C\ncss: ../assets/x.css\n---\n',
      'assets/x.css': `p::before { content: "${secret}" }`,
    },
    'the course’s description': { 'slides/index.md': `---\ntitle: C\ndescription: ${secret}\n---\n` },
    'a link of the course’s parts': {
      'slides/index.md': `---\ntitle: C\nparts:\n  - title: Book\n    url: https://example.org/${dashed}\n---\n`,
    },
  };

  const all = Object.entries(sources).flatMap(([what, source]) =>
    Object.entries(leaks).map(([where, leak]) => ({ what, where, source, leak })),
  );

  test.each(all)('keeps the site from being written: words of $what in $where', async ({ source, leak }) => {
    const course = site({ 'assets/figure.svg': figure, ...source, ...leak });
    const { written, found: said } = await course.build();
    if (written) expect(found(course, [secret])).toEqual([]);
    else expect(said).toMatch(/^error private-text slides\/0\d-\w\.md:\d+:\d+ Words of this /m);
    // in these places they get out, so that only a refusal is right
    expect(written).toBe(false);
    expect(course.has('index.html')).toBe(false);
  });

  test('is no secret where the author says the same in public', async () => {
    const course = site({ 'assets/figure.svg': figure, 'slides/01-a.md': `${LECTURE}\n${secret}\n\n<!-- ${secret} -->\n` });
    expect(await course.build()).toMatchObject({ written: true, found: '' });
  });

  test('is no secret where it is the address of a lecture', async () => {
    const name = '2026-06-11-a-talk-about-many-things';
    const course = site({ [`${name}.md`]: `# One\n\nText.\n\n<!-- print https://example.org/${name}.html -->\n` });
    expect(await course.build()).toMatchObject({ written: true, found: '' });
  });
});
