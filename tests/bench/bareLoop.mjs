/** A folder of Markdown lectures → HTML by markdown-it and highlight.js and nothing else, one after another: what `bench` measures beside us. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import hljs from 'highlight.js/lib/common';
import MarkdownIt from 'markdown-it';

const [from, to] = process.argv.slice(2);
const markdown = MarkdownIt({
  html: true,
  typographer: true,
  highlight: (code, language) => (hljs.getLanguage(language) ? hljs.highlight(code, { language }).value : ''),
});
mkdirSync(to, { recursive: true });
for (const name of readdirSync(from).filter((each) => each.endsWith('.md'))) {
  const text = readFileSync(join(from, name), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
  writeFileSync(join(to, name.replace(/\.md$/, '.html')), markdown.render(text));
}
