/** A course with one lecture that has every kind of slide, and one page, for tests that look at all there is. */

const FIGURE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 370" class="f" role="img" aria-labelledby="boxes-t"><title id="boxes-t">Two boxes</title>' +
  '<style>.f{--ink:var(--fig-ink,#131f21);--fill:var(--fig-fill,#dfeaeb)}.f text{fill:var(--ink)}.f .box{fill:var(--fill)}</style>' +
  '<rect class="box" x="8" y="8" width="300" height="300" rx="10"/><text x="40" y="60">First</text></svg>\n';

const LECTURE = `---
title: Every kind
subtitle: Of slide that there is
author: Ann Author
date: Spring
duration: 45
---

# A section {#first}

## Bullets

- one, with a [link](https://example.org/) and \`code\`
- two
    - nested **bold**
        - deeper *still*

::: notes

Said about *bullets*, with [a link](https://example.org/said).

:::

## Steps

::: incremental

1. first
2. second

:::

. . .

After the pause.

## A figure

![What the figure shows](boxes.svg)

## A figure among text

Words before it.

![Boxes](boxes.svg){width=300px}

## Columns

:::::: columns
::: {.column width="40%"}

### Left

Words on the left.

:::
::: {.column width="60%"}

### Right

![Boxes](boxes.svg)

:::
::::::

## Code

\`\`\`{.python .numberLines code-line-numbers="1|2-3"}
import os  # what it needs
def answer(question: str) -> int:
    return 42 if question else len("nothing")
\`\`\`

## Long code

\`\`\`sh
$ curl --silent --show-error --location https://example.org/a/very/long/address/that/does/not/fit/on/any/line --output file
${Array.from({ length: 30 }, (_, at) => `echo "line ${at + 1}"`).join('\n')}
\`\`\`

## A table

| Name | Size | Weight | Colour |
| ---- | ---: | -----: | ------ |
| one  |    1 |    2.5 | red    |
| two  |   20 |   30.5 | blue   |

## A quote

> Nothing is so practical as a good theory.

Somebody

---

Statements stand *alone*.

## A title alone

# Another section

## Few words

Two words.

## Dense

${Array.from({ length: 14 }, (_, at) => `- point ${at + 1} of a slide that says a little too much for one slide`).join('\n')}

## On a dark ground {background-color="#101820"}

Text and a [link](https://example.org/dark).

## On a light ground {background-color="#ffe9a8"}

Text and a [link](https://example.org/light).

## On a picture {background-image="boxes.svg"}

Text.

## A question

::: question

Which of these is right?

- [ ] the first one

  It is *older*.

- [x] the second one

::: answer

Only \`two\` is, [as one knows](https://example.org/answer).

:::

:::

::: question

And why is that?

::: answer

Because it is.

:::

:::

## Definitions and marks

H~2~O, x^2^, ~~gone~~, [small]{.smallcaps}, <kbd>Ctrl</kbd>.

## Headings in it

### One

Text.

#### Two

Text.

## References

- Author, A. (2020). *A book*. Publisher. <https://example.org/book>
- Writer, W. (2021). An article. *Journal*, 1(2), 3–4.
`;

export const EVERY_KIND: Readonly<Record<string, string>> = {
  'slides/index.md':
    '---\ntitle: All kinds\nlang: en\nlicense: CC-BY-4.0\n---\n\nA course to look at, with [its lecture](01-kinds.md).\n',
  'slides/01-kinds.md': LECTURE,
  'slides/02-later.md': '---\ntitle: In the making\nstatus: wip\neta: 3 December\n---\n\n## A slide\n\nText.\n',
  'slides/guide.md': '---\ntitle: A guide\n---\n\n# First\n\nText of the page.\n\n## Second\n\nMore text.\n',
  'slides/boxes.svg': FIGURE,
};
