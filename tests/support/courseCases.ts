/** A file of cases about whole courses → their files, and what is expected of each. */

export interface CourseCase {
  readonly title: string;
  /** By path. */
  readonly files: Readonly<Record<string, string>>;
  readonly expected: string;
}

/**
 * Cases begin with `=== title`, their files with `--- path`, the last part with `--- expected`. `«U+00A0»` stands for
 * the character with this number, `␍` for a carriage return before the line end, `«1400000 bytes»` for a file of that size.
 */
export function readCases(text: string): readonly CourseCase[] {
  return text
    .split(/^=== /m)
    .slice(1)
    .map((block) => {
      const [title = '', ...parts] = block.split(/^--- (?=\S)/m);
      const sections = parts.map((part) => part.split(/\n([\s\S]*)/) as [string, string]);
      const files = sections.filter(([path]) => path !== 'expected').map(([path, content]) => [path, unmask(content)]);
      const expected = sections.find(([path]) => path === 'expected')?.[1] ?? '';
      return { title: title.trim(), files: Object.fromEntries(files), expected: expected.trimEnd() };
    });
}

/** The file with new expectations, in the order of its cases. */
export function writeExpectations(text: string, expected: readonly string[]): string {
  const [head = '', ...blocks] = text.split(/^=== /m);
  return (
    head +
    blocks.map((block, at) => `=== ${block.split(/^--- expected$/m)[0] ?? ''}--- expected\n${expected[at] ?? ''}\n\n`).join('')
  );
}

/** What a person could not see in a fixture, by its number. */
export function mask(text: string): string {
  return text.replace(/[\u00A0\u2007\u202F\u3000\u200B\u200C\u2060\uFEFF]/g, (character) => {
    return `«U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}»`;
  });
}

function unmask(text: string): string {
  const shown = text.replace(/«U\+([0-9A-F]{4})»/g, (_, number: string) => String.fromCharCode(Number.parseInt(number, 16)));
  return shown.replaceAll('␍', '\r').replace(/«(\d+) bytes»\n*/g, (_, count: string) => '\0'.repeat(Number(count)));
}
