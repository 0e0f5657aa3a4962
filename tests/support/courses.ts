/** Small courses that several browser tests open. */

/** Seven slides with all that a walk meets: sections, steps of lists, pauses and spans, notes, a slide without a heading. */
export const WALK: Readonly<Record<string, string>> = {
  'slides/index.md': '---\ntitle: Walks\nlang: en\n---\n\nStart with [the first](01-walk.md).\n',
  'slides/01-walk.md': `---
title: A walk
---

# First section

## Plain

Some text with a [mark]{#inner-mark}, [a way to Far](#far), and [slide five](#/5).

::: notes

These are the notes of **Plain**.

:::

## Steps

::: incremental

- one
- two

:::

::: notes

Count to two.

:::

# Second section

## Far away {#far}

Before the pause

. . .

After it, [the end]{.fragment}

---

A slide without a heading, and a link to [the other lecture](02-other.md#other-slide).
`,
  'slides/02-other.md': '---\ntitle: The other\n---\n\n# Part\n\n## Other slide\n\nText.\n',
};

/** Every stop of the walk in order: the slide's number and, behind a dot, how many steps are shown. */
export const WALK_STOPS = ['1', '2', '3', '4', '4.1', '4.2', '5', '6', '6.1', '6.2', '7'] as const;
