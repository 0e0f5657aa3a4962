import { createColors } from 'picocolors';
import { expect, it } from 'vitest';
import { explainRule } from '../src/report/explainRule.ts';

it('explains a rule with the examples of the catalogue', () => {
  expect(explainRule('missing-alt', createColors(false))).toBe(`missing-alt (warning)
An image has no alternative text.

Screen readers have nothing to say about the image, and read its file name
instead.

Wrong, in slides/01-lecture.md:
    ## One

    ![](drift.svg)

Right:
    ## One

    ![Drift over the year](drift.svg)

Beside it, in slides/drift.svg:
    <svg xmlns="http://www.w3.org/2000/svg"/>

“<!-- lectern-ignore missing-alt: why -->” above a place silences it there;
“rules: { missing-alt: off }” in the front matter of the course silences it
everywhere.`);
});

it('says all severities of a rule, names what cannot be seen, and has no file where there is none', () => {
  expect(explainRule('unknown-key', createColors(false))).toMatch(/^unknown-key \(warning, info, error\)\n/);
  expect(explainRule('invisible-character', createColors(false))).toContain('    ##«U+00A0»One\n');
  expect(explainRule('unsafe-output', createColors(false))).toContain('\nWrong:\n    lectern build --out ~/Documents\n');
  expect(explainRule('unsafe-output', createColors(false))).toMatch(/\n\nAn error cannot be silenced\.$/);
  expect(explainRule('unknown-key', createColors(false))).toMatch(/everywhere\. Its errors stay\.$/);
});

it('colours only where it is asked to', () => {
  expect(explainRule('todo', createColors(true))).toContain('\u001B[1mtodo\u001B[22m');
  expect(explainRule('todo', createColors(false))).not.toContain('\u001B');
});
