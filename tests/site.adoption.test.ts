import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hashesBelow, site } from './support/site.ts';

/** A course as one keeps it for pandoc. */
const FOLDER = {
  'README.md': '# Read me\n\nNot a lecture.\n',
  'LICENSE.md': 'All rights.\n',
  'CONTRIBUTING.md': '# How\n',
  'CHANGELOG.md': '# What\n',
  '_draft.md': '# Hidden\n',
  '.notes.md': '# Hidden\n',
  Makefile: 'all:\n\tpandoc -t revealjs 01-intro.md\n',
  '01-intro.md': '% Introduction\n% Ada\n\n# First\n\n## Slide\n\n![](./assets/pic.svg)\n',
  '02-more.md': '---\ntitle: More\n---\n\n# First\n\n## Slide\n\n[back](01-intro.html#/slide)\n',
  '03-guest.pdf': '%PDF-1.4 x',
  'study-guide.md': '# Study guide\n\nRead.\n',
  'assets/pic.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'assets/notes.md': '# Not a lecture\n',
};

describe('a folder that was pandoc’s', () => {
  test('is built as it is, and the first build says what it took for what', async () => {
    const course = site(FOLDER, 'mlops-slides');
    const { written, account } = await course.build();
    expect(written).toBe(true);
    expect(account).toEqual([
      '2 lectures: 01-intro.md, 02-more.md',
      '1 page: study-guide.md',
      '1 guest lecture: 03-guest.pdf',
      'left alone: CHANGELOG.md, CONTRIBUTING.md, LICENSE.md, README.md',
      'no index.md: the title is “Mlops slides”, after the folder',
    ]);
    expect(course.manifest().lectures.map(({ name }) => name)).toEqual(['intro', 'more', 'guest', 'study-guide']);
    expect(course.file('more.html')).toContain('href="intro.html#/slide"');
    expect(course.has('assets/pic.svg')).toBe(true);
  });

  test('is not changed: every file of it is as it was, and nothing new but the site', async () => {
    const course = site(FOLDER);
    const before = hashesBelow(course.root);
    await course.build();
    await course.build({ drafts: true });
    const after = Object.entries(hashesBelow(course.root)).filter(([path]) => !path.startsWith('dist/'));
    expect(Object.fromEntries(after)).toEqual(before);
    expect(readdirSync(course.root).filter((name) => !(name in FOLDER) && name !== 'assets')).toEqual(['dist']);
  });

  test('the built site in it is no part of the course', async () => {
    const course = site({ ...FOLDER, 'public/read-me-too.md': '# x\n' });
    await course.build();
    const first = course.hashes();
    await course.build();
    expect(course.hashes()).toEqual(first);
    expect(course.has('read-me-too.md')).toBe(true);
  });

  test('has a lecture in each file where none has a number, and in subfolders too', async () => {
    const course = site({
      'intro.md': '# A\n\nx\n',
      'deep/down.md': '# B\n\nx\n',
      'README.md': '# R\n',
      'week/index.md': '# W\n\nx\n',
    });
    await course.build();
    expect(
      course
        .manifest()
        .lectures.map(({ name }) => name)
        .toSorted(),
    ).toEqual(['deep/down', 'intro', 'week']);
  });

  test('has its course in index.md only where that says so', async () => {
    const lecture = site({ 'index.md': '---\ntitle: A talk\n---\n\n# A\n\nx\n' }, 'talk');
    await lecture.build();
    expect(lecture.manifest().lectures).toMatchObject([{ name: 'talk', title: 'A talk' }]);
    const course = site({ 'index.md': '---\ntitle: A course\naccent: teal\n---\n\nHello.\n', '01-a.md': '# A\n\nx\n' });
    await course.build();
    expect(course.manifest()).toMatchObject({ course: { title: 'A course' }, lectures: [{ name: 'a' }] });
  });

  test('without a lecture is an error', async () => {
    const course = site({ 'README.md': '# R\n' });
    expect(await course.build()).toMatchObject({
      written: false,
      found: 'error no-lectures - There is no lecture in “my-course”.',
    });
  });
});

describe('one file', () => {
  test('makes its deck, reading view, speaker view and manifest', async () => {
    const course = site({
      'talk.md': '---\ntitle: A talk\n---\n\n# One\n\n![x](pic.svg)\n',
      'pic.svg': '<svg/>',
      'other.md': '# Other\n\nx\n',
    });
    const { written, found, account } = await course.build({ only: 'talk.md' });
    expect({ written, found, account }).toEqual({ written: true, found: '', account: [] });
    expect(course.paths()).toEqual(
      expect.arrayContaining(['talk.html', 'read/talk.html', 'speaker.html', 'lectern.json', 'assets/pic.svg']),
    );
    expect(course.has('other.html')).toBe(false);
    expect(course.manifest()).toMatchObject({ course: { title: 'A talk' }, lectures: [{ name: 'talk', deck: 'talk.html' }] });
  });

  test('may be named like one of a course', async () => {
    const course = site({ '2024-06-24-x.md': '# One\n\nx\n', 'slides/01-a.md': '# A\n\nx\n' });
    await course.build({ only: '2024-06-24-x.md' });
    expect(course.has('2024-06-24-x.html')).toBe(true);
    await course.build({ only: 'slides/01-a.md' });
    expect(course.has('a.html')).toBe(true);
  });
});

/** The constructs of lectures that real courses wrote for pandoc. */
const LECTURE = `---
title: Introduction
subtitle: "Machine learning in use<br/>A university"
author: "Ada & Bob"
date: 2026-2027
---

# Introduction

## Why?

![It became known only of late](./assets/trend.svg)

::: notes

It became known only of late.

:::

## Why?

- **New**, and *relatively* easy...
  - Drift, drift, drift...

## References

- Trends: [search](https://example.org/explore?date=all&q=x)
- Ada, B., & Bob, C. (2015).
[Hidden debt](https://example.org/a-b). Advances, 28.

# Lifecycle

## Lifecycle

![<small><em>Source: <https://example.org/a/b.html></em></small>](./assets/trend.svg)

## Lifecycle

> A definition that goes on
> over two lines.

<br/>

- Aka **it**

::: notes

- One:
  - is more general

:::

TODO: say more

# Guide

## Contents

- **Here**

<br/>
<br/>
<center>**Remark: new**</center>

## Software

\`\`\`console
PS> choco install git
PS> choco install vscode
\`\`\`

(macOS, Linux: see there)

## Schedule

<!-- a-linter-disable ol-prefix -->
7. Seven
8. (continued)
13. Thirteen
<!-- a-linter-enable ol-prefix -->
`;

describe('a real lecture for pandoc', () => {
  const course = async () => {
    const built = site({ '01-intro.md': LECTURE, 'assets/trend.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' });
    expect((await built.build()).written).toBe(true);
    return { deck: built.file('intro.html').replace(/<script[\s\S]*?<\/script>/g, ''), built };
  };

  test('has the slides that pandoc gives it, in stacks', async () => {
    const { deck, built } = await course();
    // 3 stacks, the cover, 3 titles and 8 slides
    expect(deck.match(/<section\b/g)).toHaveLength(15);
    expect(built.lecture('intro').sections.map(({ id, slides }) => [id, slides.map((slide) => slide.id)])).toEqual([
      [null, ['title-slide']],
      ['introduction', ['introduction', 'why', 'why-1', 'references']],
      ['lifecycle', ['lifecycle', 'lifecycle-1', 'lifecycle-2']],
      ['guide', ['guide', 'contents', 'software', 'schedule']],
    ]);
  });

  test('keeps its notes, figures, raw HTML and start numbers', async () => {
    const { deck } = await course();
    expect(deck.match(/<aside class="notes"/g)).toHaveLength(2);
    expect(deck.match(/<figure\b/g)).toHaveLength(2);
    expect(deck).toContain('<small><em>Source: <a href="https://example.org/a/b.html"');
    expect(deck).toContain('<strong>Remark: new</strong>');
    expect(deck).toContain('<ol start="7"');
    expect(deck).toContain('relatively</em> easy…');
    expect(deck).toContain('choco install git');
    expect(deck).not.toContain('a-linter');
  });

  test('is a page where the course has numbered lectures and it has none', async () => {
    const built = site({
      '01-a.md': '# A\n\nx\n',
      'classes.md': '• Classes\n  • 01 - Introduction\n\nWhat is it?\n\nIt refers to…\n',
    });
    await built.build();
    expect(built.lecture('classes')).toMatchObject({ kind: 'page', deck: null, read: 'read/classes.html' });
    expect(built.file('read/classes.html')).toContain('What is it?');
  });
});
