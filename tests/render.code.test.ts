import { expect, test } from 'vitest';
import { splitLines } from '../src/render/codeLines.ts';
import { highlight } from '../src/render/highlight.ts';
import { isSession, languageOf } from '../src/render/languages.ts';

test('authors call languages by many names', () => {
  const names =
    'js javascript py sh bash yaml yml json html xml css java c cpp C++ csharp go rust sql dockerfile makefile ini toml diff kotlin php ruby r ts powershell latex http';
  expect(names.split(' ').filter((name) => languageOf(name) === null)).toEqual([]);
  expect(languageOf('HTML')?.title).toBe('HTML');
  expect(languageOf('klingon')).toBeNull();
});

test('code of an unknown language is only escaped', () => {
  expect(highlight('a < b', 'klingon')).toBe('a &lt; b');
  expect(highlight('"x" & y', null)).toBe('&quot;x&quot; &amp; y');
});

test('a session tells commands by their prompts, and each prompt by its shell', () => {
  const lines = [
    'PS C:\\Users\\ada> Get-Item x',
    'C:\\> dir',
    '(venv) ada@host:~/a b$ ls',
    '# reboot',
    '>>> print(1)',
    'output $ here',
  ];
  const prompts = highlight(lines.join('\n'), 'console')
    .split('\n')
    .map((line) => /<span class="prompt">(.*?)<\/span>/.exec(line)?.[1] ?? null);
  expect(prompts).toEqual(['PS C:\\Users\\ada&gt; ', 'C:\\&gt; ', '(venv) ada@host:~/a b$ ', '# ', '&gt;&gt;&gt; ', null]);
});

test('what is marked over several lines is marked on each of them, and the lines give the code again', () => {
  const html = highlight("x = f'''a\n  {b\n} c'''\n\ny", 'python');
  const lines = splitLines(html);
  expect(lines.length).toBe(5);
  for (const line of lines) expect(line.match(/<span/g)?.length).toBe(line.match(/<\/span>/g)?.length);
  expect(lines.join('\n').replace(/<[^>]*>/g, '')).toBe(html.replace(/<[^>]*>/g, ''));
  expect(lines[1]).toBe('<span class="hljs-string">  <span class="hljs-subst">{b</span></span>');
});

test('a session without prompts is all commands', () => {
  expect(isSession('console')).toBe(true);
  expect(highlight('echo "a"', 'console')).toBe(
    '<span class="hljs-built_in">echo</span> <span class="hljs-string">&quot;a&quot;</span>',
  );
});
