import { expect, test } from 'vitest';
import { sourceLink } from '../src/render/sourceLink.ts';

test.each([
  ['https://github.com/o/n', 'https://github.com/o/n/blob/HEAD/a%20b/%C3%A9.md?plain=1#L7'],
  ['https://gitlab.example.org/o/n', 'https://gitlab.example.org/o/n/-/blob/HEAD/a%20b/%C3%A9.md?plain=1#L7'],
  ['https://bitbucket.org/o/n', 'https://bitbucket.org/o/n/src/HEAD/a%20b/%C3%A9.md#lines-7'],
  ['https://code.example.org/o/n', null],
])('a line of a source in %s is at %s', (repository, address) => {
  expect(sourceLink(repository, 'a b/é.md', 7)).toBe(address);
});
