/** A seed → edits of a course as an author makes them, one after another: of texts, files, keys, pictures and style sheets. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { randomFrom } from '../bench/randomFrom.mjs';

/** A course with a little of everything, by path. */
export const WRITTEN: Readonly<Record<string, string>> = {
  'slides/index.md': '---\ntitle: Course\ncss: ../assets/course.css\n---\n\nWelcome to [A](01-a.md).\n',
  'slides/01-a.md':
    '---\ntitle: Ants\n---\n\n# First\n\n## One {#one}\n\nText. [to B](02-b.md#two)\n\n::: notes\nSaid.\n:::\n\n## Two\n\n![x](../assets/x.svg)\n',
  'slides/02-b.md':
    '# Bees\n\n## Two {#two}\n\n- a\n- b\n\n::: {.notes .private}\nWhispered.\n:::\n\n## Code\n\n```js\nlet a = 1;\n```\n',
  'slides/03-c.md': '---\ntitle: Draft\ndraft: true\n---\n\n## Only here\n\nText.\n',
  'slides/guide.md': '# Guide\n\nSee [Bees](02-b.md).\n\n## Part\n\nText.\n',
  'assets/x.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'assets/course.css': '.own { color: teal }\n',
};

export interface Edit {
  /** What was done, for whom it fails. */
  readonly what: string;
  /** The files that it touched. */
  readonly paths: readonly string[];
}

type Act = (path: string, text: string, word: string) => string | null;

/** What is done to a lecture's text; null: it goes. */
const TEXTS: Readonly<Record<string, Act>> = {
  'a word is edited': (_, text, word) => text.replace(/\b(?:Text|Said|Whispered|word\d+)\b/, word),
  'a slide is added at the end': (_, text, word) => `${text}\n## Slide ${word}\n\nText.\n`,
  'a slide is inserted above': (_, text, word) => text.replace(/^## /m, `## New ${word}\n\nText.\n\n## `),
  'a slide is deleted': (_, text) => text.replace(/\n## [^\n]*\n[^#]*$/, '\n'),
  'a division is half typed': (_, text, word) => `${text}\n::: {.columns}\n\n::: ${word}\n\nText.\n`,
  'the title is changed': (_, text, word) => text.replace(/^title: .*$/m, `title: Title ${word}`),
  'the first heading is changed': (_, text, word) => text.replace(/^# .*$/m, `# Heading ${word}`),
  'the keys are broken': (_, text) => text.replace(/^title: (?!\[)/m, 'title: ['),
  'the keys are mended': (_, text) => text.replace(/^title: \[/m, 'title: '),
  'it gets keys': (_, text, word) => (text.startsWith('---') ? text : `---\nsubtitle: ${word}\n---\n\n${text}`),
  'it gets keys in the middle': (_, text, word) => `${text}\n\n---\ndate: ${word}\n---\n\nText.\n`,
  'a picture is shown': (_, text, word) =>
    `${text}\n![shown](../assets/${word.replace(/\d+$/, (n) => `${Number(n) % 3}`)}.svg)\n`,
  'a link to a slide': (_, text, word) => `${text}\n[link ${word}](02-b.md#two)\n`,
  'its draft ends or begins': (_, text) =>
    text.includes('draft: true') ? text.replace('draft: true\n', '') : text.replace(/^title:/m, 'draft: true\ntitle:'),
  'it is emptied': () => '',
  'it vanishes': () => null,
};

const OTHERS: Readonly<Record<string, (root: string, word: string, number: number) => readonly string[]>> = {
  'a lecture is new': (root, word, n) => [
    write(root, `slides/${10 + (n % 80)}-${word}.md`, `# Fresh ${word}\n\n## One\n\nText.\n`),
  ],
  'a picture comes': (root, word, n) => [
    write(root, `assets/word${n % 3}.svg`, `<svg xmlns="http://www.w3.org/2000/svg"><title>${word}</title></svg>`),
  ],
  'a picture goes': (root, _, n) => {
    rmSync(join(root, `assets/word${n % 3}.svg`), { force: true });
    return [`assets/word${n % 3}.svg`];
  },
  'the style sheet is changed': (root, word, n) => [
    write(root, 'assets/course.css', `.own { color: #${String(100 + (n % 900))} } /* ${word} */\n`),
  ],
  'the course is changed': (root, word, n) => [
    write(
      root,
      'slides/index.md',
      `---\ntitle: Course ${word}\naccent: ${['teal', 'crimson'][n % 2]}\ncss: ../assets/course.css\n---\n\nHello.\n`,
    ),
  ],
};

/** The function makes the next edit of the course at `root`. `asEditors`: some are saved in two steps, or by renaming. */
export function randomEdits(root: string, seed: number, asEditors: boolean): () => Promise<Edit> {
  const random = randomFrom(seed);
  const pick = <One>(list: readonly One[]): One => list[Math.floor(random() * list.length)] as One;
  let number = 0;
  return async () => {
    const word = `word${++number}`;
    if (random() < 0.25) {
      const what = pick(Object.keys(OTHERS));
      return { what, paths: OTHERS[what]?.(root, word, number) ?? [] };
    }
    const names = readdirSync(join(root, 'slides')).filter((name) => name.endsWith('.md') && name !== 'index.md');
    const path = `slides/${pick(names)}`;
    if (random() < 0.06) return rename(root, path, word, number);
    const what = pick(Object.keys(TEXTS));
    const text = TEXTS[what]?.(path, readFileSync(join(root, path), 'utf8'), word) ?? null;
    if (text === null && names.length < 3) return { what: 'nothing', paths: [] };
    const how = asEditors ? pick(['at once', 'in two steps', 'by renaming', 'away and back']) : 'at once';
    await save(join(root, path), text, how);
    return { what: `${path}: ${what}, ${how}`, paths: [path] };
  };
}

async function save(file: string, text: string | null, how: string): Promise<void> {
  if (text === null) return rmSync(file);
  if (how === 'by renaming') {
    writeFileSync(`${file}~`, text);
    return renameSync(`${file}~`, file);
  }
  if (how === 'away and back') {
    rmSync(file);
    await setTimeout(30);
  }
  if (how === 'in two steps') {
    writeFileSync(file, text.slice(0, text.length / 2));
    await setTimeout(8);
  }
  writeFileSync(file, text);
}

function rename(root: string, path: string, word: string, number: number): Edit {
  const to = `slides/${10 + (number % 80)}-renamed-${word}.md`;
  renameSync(join(root, path), join(root, to));
  return { what: `${path} becomes ${to}`, paths: [path, to] };
}

function write(root: string, path: string, text: string): string {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  return path;
}
