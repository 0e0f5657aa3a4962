/** A seed and a number → a course of that many lectures, the same on every machine: 36 slides and about 15 KB each, unless there are fewer sections. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomFrom } from './randomFrom.mjs';

/** Slides of a lecture, its cover among them: sections of a title and a few slides each. */
const SECTIONS = 5;
const SLIDES_IN_SECTION = 6;
const FIGURES = 40;

const WORDS =
  `data model drift pipeline deploy monitor version feature label batch stream train test score cluster node service queue
registry artifact schema metric alert rollback canary latency throughput cache index shard replica token budget owner review
contract baseline threshold window sample bias variance gradient layer epoch tensor kernel driver container image secret`.split(
    /\s+/,
  );

const SNIPPETS = {
  python: (word) => `import numpy as np

class ${upper(word())}Monitor:
    """Watches one feature."""

    def __init__(self, ${word()}: float = 0.${digit(word)}):
        self.limit = ${word()}_limit(${digit(word)}, name="${word()}")

    def check(self, values: list[float]) -> bool:
        return any(np.abs(v - self.mean) > self.limit for v in values)  # ${word()} ${word()}`,
  bash: (word) => `#!/usr/bin/env bash
set -euo pipefail
for ${word()} in "$@"; do
  docker run --rm -v "$PWD:/${word()}" registry.local/${word()}:1.${digit(word)} \\
    --${word()}="\${${word().toUpperCase()}:-${word()}}" | tee "${word()}.log"
done`,
  yaml: (word) => `# ${word()} ${word()}
stages: [${word()}, ${word()}, ${word()}]
${word()}:
  image: "python:3.${digit(word)}"
  script:
    - pip install -r requirements.txt
    - python -m ${word()}.${word()} --${word()} ${digit(word)}
  only: { refs: [main] }`,
  sql: (word) => `SELECT ${word()}, count(*) AS total, avg(${word()}) AS ${word()}_mean
FROM ${word()}_events e JOIN ${word()} m ON m.id = e.${word()}_id
WHERE e.created_at > now() - interval '${digit(word)} days' AND m.stage = '${word()}'
GROUP BY 1 HAVING count(*) > ${digit(word)}0 ORDER BY total DESC; -- ${word()}`,
  javascript: (word) => `export async function ${word()}(${word()}s, { limit = ${digit(word)}0 } = {}) {
  const response = await fetch(\`/api/${word()}/\${encodeURIComponent(limit)}\`);
  if (!response.ok) throw new Error('No ${word()} for ${word()}.');
  return (await response.json()).filter(({ score }) => score >= 0.${digit(word)}); // ${word()}
}`,
};

/** Writes `count` lectures into `root`/slides with their figures, `index.md` too; the folder must be new. */
export function generateCourse(root, count, { seed = 1, sections = SECTIONS } = {}) {
  mkdirSync(join(root, 'slides'), { recursive: true });
  mkdirSync(join(root, 'assets'));
  for (let at = 0; at < FIGURES; at++) writeFileSync(join(root, 'assets', `figure-${at}.svg`), figure(at));
  writeFileSync(join(root, 'slides/index.md'), '---\ntitle: A generated course\nlang: en\n---\n\nAs long as it is wide.\n');
  for (let at = 0; at < count; at++) {
    const random = randomFrom(seed * 100_003 + at);
    const name = `${String(at).padStart(count > 100 ? 3 : 2, '0')}-${pick(WORDS, random)}-${at}.md`;
    writeFileSync(join(root, 'slides', name), lecture(at, sections, random));
  }
}

function lecture(at, sections, random) {
  const word = () => pick(WORDS, random);
  const parts = [
    `---\ntitle: "Lecture ${at}: ${word()} and ${word()}"\nsubtitle: About ${word()}\nauthor: A. Lecturer\ndate: 2026-2027\n---\n`,
  ];
  const languages = Object.keys(SNIPPETS);
  for (let section = 0; section < sections; section++) {
    parts.push(`# ${title(word, 2)}\n`);
    for (let slide = 0; slide < SLIDES_IN_SECTION; slide++) {
      parts.push(`## ${title(word, 3)}\n`, body(slide, languages[section], word, random), notes(word));
    }
  }
  return `${parts.join('\n')}`;
}

/** Every kind of slide once in a section. */
function body(slide, language, word, random) {
  switch (slide) {
    case 0:
      return `- **${title(word, 2)}**: ${sentence(word, 6)}\n- ${sentence(word, 7)}\n  - *${word()}* and \`${word()}\`\n- ${sentence(word, 5)}\n`;
    case 1:
      return `\`\`\`${language}\n${SNIPPETS[language](word)}\n\`\`\`\n`;
    case 2:
      return `![${sentence(word, 6)}](../assets/figure-${Math.floor(random() * FIGURES)}.svg){width=60%}\n`;
    case 3:
      return `| ${word()} | ${word()} | ${word()} |\n|:---|---:|:---:|\n${[0, 1, 2, 3].map(() => `| ${word()} | ${digit(word)} | ${word()} ${word()} |`).join('\n')}\n`;
    case 4:
      return `${sentence(word, 12)} [${word()}](https://example.org/${word()}) ${sentence(word, 8)}\n\n> ${sentence(word, 9)}\n\n1. ${sentence(word, 4)}\n2. ${sentence(word, 4)}\n`;
    default:
      return `:::: {.columns}\n\n::: {.column width="50%"}\n\n${sentence(word, 9)}\n\n:::\n\n::: {.column width="50%"}\n\n- ${sentence(word, 5)}\n- ${sentence(word, 5)}\n\n:::\n\n::::\n`;
  }
}

function notes(word) {
  return `::: notes\n\n${sentence(word, 18)} ${sentence(word, 16)}\n\n:::\n`;
}

function sentence(word, length) {
  const words = Array.from({ length }, word);
  return `${upper(words[0])} ${words.slice(1).join(' ')}.`;
}

function title(word, length) {
  return upper(Array.from({ length }, word).join(' '));
}

function figure(at) {
  const bars = Array.from(
    { length: 30 },
    (_, bar) => `<rect x="${bar * 20}" y="${(bar * at * 7) % 200}" width="16" height="100"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 300" role="img">${bars.join('')}</svg>\n`;
}

function upper(word) {
  return word[0].toUpperCase() + word.slice(1);
}

function digit(word) {
  return (word().length % 8) + 1;
}

function pick(list, random) {
  return list[Math.floor(random() * list.length)];
}
