import { expect, it } from 'vitest';
import type { CourseSettings, LectureSettings } from '../src/model/settings.ts';
import type { LectureInput, SyllabusEntry } from '../src/model/syllabus.ts';
import { resolveCourse } from '../src/resolve/resolveCourse.ts';
import { memoryFiles } from './support/memoryFiles.ts';

const span = { path: 'slides/index.md', start: 1, end: 2 };
const SETTINGS = {
  index: 'slides/index.md',
  logos: [{ image: 'assets/logo.svg', link: 'https://example.org/', alt: '', span }],
  css: [{ address: 'own.css', span }],
  parts: [
    {
      title: null,
      items: [
        { kind: 'lecture', target: 'guest', extra: [{ title: 'Lab', url: 'labs/1.zip', span }], span },
        { kind: 'link', target: 'guest.html', extra: [], span },
      ],
    },
  ],
} as unknown as CourseSettings;

function guest(address: string, file: string, absence: SyllabusEntry['absence'] = null): LectureInput {
  const entry = { address, source: file, title: address, kind: 'file', absence, file } as SyllabusEntry;
  return {
    entry,
    settings: { file, spans: new Map() } as unknown as LectureSettings,
    block: null,
    diagnostics: [],
    changed: null,
    redirects: [],
  };
}

it('resolves what the front matter refers to, and takes the files of guest lectures that are published', () => {
  const files = memoryFiles({
    'slides/own.css': '',
    'assets/logo.svg': '',
    'slides/05-a #1 50%.pdf': '',
    'slides/06-later.pdf': '',
  });
  const lectures = [guest('guest', 'slides/05-a #1 50%.pdf'), guest('later', 'slides/06-later.pdf', 'unreleased')];
  const syllabus = { settings: SETTINGS, entries: lectures.map(({ entry }) => entry) };
  const resolved = resolveCourse(syllabus, lectures, 'slides', files);
  expect(
    resolved.map(({ reference, target }) => [
      reference.role,
      reference.address,
      target.to === 'asset' ? target.output : target.to,
    ]),
  ).toEqual([
    ['image', 'assets/logo.svg', 'assets/logo.svg'],
    ['link', 'https://example.org/', 'remote'],
    ['style', 'own.css', 'assets/slides/own.css'],
    ['link', 'labs/1.zip', 'nowhere'],
    ['link', 'guest.html', 'assets/slides/05-a #1 50%.pdf'],
    ['link', 'slides/05-a #1 50%.pdf', 'assets/slides/05-a #1 50%.pdf'],
  ]);
  expect(resolved.every(({ reference }) => reference.span === span || reference.span.start === 0)).toBe(true);
});
