import { describe, expect, it } from 'vitest';
import type { ReferenceRole } from '../src/model/attributes.ts';
import type { CourseSettings } from '../src/model/settings.ts';
import type { Syllabus, SyllabusEntry } from '../src/model/syllabus.ts';
import { outputOf } from '../src/resolve/findAsset.ts';
import { resolveReference } from '../src/resolve/resolveReference.ts';
import { memoryFiles } from './support/memoryFiles.ts';

const FILES = memoryFiles(
  {
    'slides/index.md': '',
    'slides/01-lifecycle.md': '',
    'slides/02-roles.md': '',
    'slides/part/03-ops.md': '',
    'slides/04-secret.md': '',
    'slides/04-secret.pdf': '',
    'slides/05-guest.pdf': '',
    'slides/lab-sheet.html': '',
    'slides/roles.html': 'left there by pandoc',
    'slides/assets/local.png': '',
    'slides/assets/both.png': '',
    'slides/near.png': '',
    'assets/both.png': '',
    'assets/figure.svg': '',
    'assets/Photo.JPG': '',
    'assets/a b é.png': '',
    'assets/100%.png': '',
    'assets/demo/index.html': '',
    'public/labs/lab.zip': '',
    'pictures/deep/elsewhere.png': '',
    'README.md': '',
  },
  ['assets/link.png'],
);

function entry(source: string, address: string, fields: Partial<SyllabusEntry> = {}): SyllabusEntry {
  return {
    address,
    source,
    number: null,
    title: `The ${address}`,
    subtitle: null,
    kind: 'lecture',
    absence: null,
    status: null,
    eta: null,
    release: null,
    file: null,
    ...fields,
  };
}

const SYLLABUS: Syllabus = {
  settings: { index: 'slides/index.md' } as CourseSettings,
  entries: [
    entry('slides/01-lifecycle.md', 'lifecycle'),
    entry('slides/02-roles.md', 'roles'),
    entry('slides/part/03-ops.md', 'part/ops'),
    entry('slides/04-secret.md', 'secret', { absence: 'unreleased', file: null }),
    entry('slides/04-secret.pdf', 'secret-slides', { absence: 'draft', kind: 'file', file: 'slides/04-secret.pdf' }),
    entry('slides/05-guest.pdf', 'guest', { kind: 'file', file: 'slides/05-guest.pdf' }),
    entry('slides/06-talk.md', 'talk', { kind: 'file', file: 'https://talks.example.org/1' }),
  ],
};

function resolve(
  address: string,
  role: ReferenceRole = 'link',
  from = 'slides/01-lifecycle.md',
  lecture: string | null = 'lifecycle',
) {
  const reference = { role, address, span: { path: from, start: 0, end: 0 } };
  return resolveReference(reference, { from, folder: 'slides', lecture }, SYLLABUS, FILES);
}

const roles = (id: string | null = null) => ({ to: 'lecture', address: 'roles', id });
const asset = (file: string, output: string, fragment = '') => ({ to: 'asset', file, output, fragment });
const missing = (nearest: string | null = null) => ({ to: 'nowhere', why: 'missing', nearest });

describe('a link to a lecture', () => {
  it.each([
    ['02-roles.md', null],
    ['./02-roles.md', null],
    ['../slides/02-roles.md', null],
    ['slides/02-roles.md', null],
    ['02-roles.md#duties', 'duties'],
    ['roles.html', null],
    ['roles.html#/duties', 'duties'],
    ['roles.html#duties', 'duties'],
    ['roles.html#/duties/2', 'duties'],
    ['roles.html#/17', '17'],
    ['roles.html#/4/2', '4/2'],
    ['roles.html?print-pdf#/d%C3%A9tails', 'détails'],
    ['02-roles.html', null],
    ['read/roles.html#x', 'x'],
    ['../read/roles.html', null],
    ['.\\02-roles.md', null],
  ])('is recognised as %s', (address, id) => {
    expect(resolve(address)).toEqual(roles(id));
  });

  it('leads from and to a subfolder', () => {
    expect(resolve('part/03-ops.md')).toEqual({ to: 'lecture', address: 'part/ops', id: null });
    expect(resolve('part/ops.html')).toEqual({ to: 'lecture', address: 'part/ops', id: null });
    expect(resolve('../02-roles.md', 'link', 'slides/part/03-ops.md', 'part/ops')).toEqual(roles());
    expect(resolve('../roles.html', 'link', 'slides/part/03-ops.md', 'part/ops')).toEqual(roles());
    expect(resolve('02-roles.md', 'link', 'slides/part/03-ops.md', 'part/ops')).toEqual(missing('../02-roles.md'));
  });

  it('stays in the lecture where it has no path', () => {
    expect(resolve('#end')).toEqual({ to: 'lecture', address: 'lifecycle', id: 'end' });
    expect(resolve('#/end')).toEqual({ to: 'lecture', address: 'lifecycle', id: 'end' });
    expect(resolve('#')).toEqual({ to: 'lecture', address: 'lifecycle', id: null });
    expect(resolve('#end', 'link', 'slides/index.md', null)).toEqual({ to: 'as-written' });
  });

  it('leads home', () => {
    for (const address of ['index.md', 'index.html', './', '..', '../index.html', 'read/index.html']) {
      expect(resolve(address)).toEqual({ to: 'home' });
    }
  });

  it('knows a lecture that is not published, and its file', () => {
    expect(resolve('04-secret.md#x')).toEqual({ to: 'absent', address: 'secret', title: 'The secret' });
    expect(resolve('secret.html')).toEqual({ to: 'absent', address: 'secret', title: 'The secret' });
    expect(resolve('04-secret.pdf')).toEqual({ to: 'absent', address: 'secret-slides', title: 'The secret-slides' });
    expect(resolve('04-secret.pdf', 'frame')).toEqual({ to: 'absent', address: 'secret-slides', title: 'The secret-slides' });
  });

  it('leads to the PDF or the address of a guest lecture', () => {
    expect(resolve('05-guest.pdf#page=3')).toEqual(asset('slides/05-guest.pdf', 'assets/slides/05-guest.pdf', '#page=3'));
    expect(resolve('guest.html')).toEqual(asset('slides/05-guest.pdf', 'assets/slides/05-guest.pdf'));
    expect(resolve('06-talk.md')).toEqual({ to: 'remote', url: 'https://talks.example.org/1', host: 'talks.example.org' });
  });

  it('says what was probably meant, in the form used', () => {
    expect(resolve('02-role.md#x')).toEqual(missing('02-roles.md#x'));
    expect(resolve('./roles.md')).toEqual(missing('./02-roles.md'));
    expect(resolve('../slides/03-roles.md')).toEqual(missing('02-roles.md'));
    expect(resolve('rolse.html#/x')).toEqual(missing('roles.html#/x'));
    expect(resolve('read/rolse.html')).toEqual(missing('read/roles.html'));
    expect(resolve('roles')).toEqual(missing('roles.html'));
    expect(resolve('02-Roles.md')).toEqual({ to: 'nowhere', why: 'case', nearest: '02-roles.md' });
    expect(resolve('Roles.html')).toEqual({ to: 'nowhere', why: 'case', nearest: 'roles.html' });
    expect(resolve('nothing-like-it.md')).toEqual(missing());
  });
});

describe('a file of the course', () => {
  it('is looked up from the own folder, then from the root, then in public/', () => {
    expect(resolve('./assets/local.png', 'image')).toEqual(asset('slides/assets/local.png', 'assets/local.png'));
    expect(resolve('./assets/figure.svg', 'image')).toEqual(asset('assets/figure.svg', 'assets/figure.svg'));
    expect(resolve('../assets/figure.svg', 'image')).toEqual(asset('assets/figure.svg', 'assets/figure.svg'));
    expect(resolve('near.png', 'image')).toEqual(asset('slides/near.png', 'assets/slides/near.png'));
    expect(resolve('labs/lab.zip')).toEqual(asset('public/labs/lab.zip', 'labs/lab.zip'));
    expect(resolve('lab-sheet.html')).toEqual(asset('slides/lab-sheet.html', 'assets/slides/lab-sheet.html'));
  });

  it('keeps what follows the path', () => {
    expect(resolve('assets/demo/index.html?play=1#top', 'frame')).toEqual(
      asset('assets/demo/index.html', 'assets/demo/index.html', '?play=1#top'),
    );
  });

  it('is found through escapes, and under a name with a percent sign', () => {
    expect(resolve('assets/a%20b%20%C3%A9.png', 'image')).toEqual(asset('assets/a b é.png', 'assets/a b é.png'));
    expect(resolve('assets/a b e\u0301.png', 'image')).toEqual(asset('assets/a b é.png', 'assets/a b é.png'));
    expect(resolve('assets/100%.png', 'image')).toEqual(asset('assets/100%.png', 'assets/100%.png'));
    expect(resolve('assets\\figure.svg', 'image')).toEqual(asset('assets/figure.svg', 'assets/figure.svg'));
    expect(resolve('assets/%00figure.svg', 'image')).toEqual(missing('assets/figure.svg'));
  });

  it('never shares its place in the site with another', () => {
    expect(resolve('../assets/both.png', 'image')).toEqual(asset('assets/both.png', 'assets/both.png'));
    expect(resolve('assets/both.png', 'image')).toEqual(asset('slides/assets/both.png', 'assets/slides/assets/both.png'));
    const paths = ['x.png', 'assets/x.png', 'slides/x.png', 'slides/assets/x.png', 'assets/slides/x.png', 'assets/assets/x.png'];
    const all = memoryFiles(Object.fromEntries(paths.map((path) => [path, ''])));
    expect(new Set(paths.map((path) => outputOf(path, all))).size).toBe(paths.length);
  });

  it('never lies outside the course', () => {
    const outside = (nearest: string | null) => ({ to: 'nowhere', why: 'outside', nearest });
    expect(resolve('../../secret.png', 'image')).toEqual(outside(null));
    expect(resolve('..%2F..%2Fassets/figure.svg', 'image')).toEqual(outside('assets/figure.svg'));
    expect(resolve('/assets/figure.svg', 'image')).toEqual(outside('assets/figure.svg'));
    expect(resolve('%2Fetc/passwd')).toEqual(outside(null));
    expect(resolve('C:\\figures\\figure.svg', 'image')).toEqual(outside('assets/figure.svg'));
    expect(resolve('assets/link.png', 'image')).toEqual(outside(null));
  });

  it('says which name was probably meant, as one would write it', () => {
    expect(resolve('./assets/figrue.svg', 'image')).toEqual(missing('./assets/figure.svg'));
    expect(resolve('../assets/figrue.svg', 'image')).toEqual(missing('../assets/figure.svg'));
    expect(resolve('assets/figure.png', 'image')).toEqual(missing('assets/figure.svg'));
    expect(resolve('img/elsewhere.png', 'image')).toEqual(missing('pictures/deep/elsewhere.png'));
    expect(resolve('assets/a%20c%20é.png', 'image')).toEqual(missing('assets/a%20b%20é.png'));
    expect(resolve('assets/nothing.webp', 'image')).toEqual(missing());
    expect(resolve('', 'image')).toEqual(missing());
    expect(resolve('02-roles.mp4', 'media')).toEqual(missing());
  });

  it('says when only letter case differs', () => {
    expect(resolve('./assets/photo.jpg', 'image')).toEqual({ to: 'nowhere', why: 'case', nearest: './assets/Photo.JPG' });
    expect(resolve('Assets/figure.svg#a', 'image')).toEqual({ to: 'nowhere', why: 'case', nearest: 'assets/figure.svg#a' });
  });
});

describe('an address with a scheme or host', () => {
  it('is remote, whatever it tries', () => {
    expect(resolve('https://Example.org/x.png', 'image')).toMatchObject({ to: 'remote', host: 'example.org' });
    expect(resolve('//example.org/x', 'script')).toEqual({ to: 'remote', url: 'https://example.org/x', host: 'example.org' });
    expect(resolve('\\\\example.org/x', 'image')).toMatchObject({ to: 'remote', host: 'example.org' });
    expect(resolve('ht\ntps://example.org:81/x', 'image')).toMatchObject({ to: 'remote', host: 'example.org:81' });
    expect(resolve('https://', 'image')).toEqual(missing());
  });

  it('stays as written where it is harmless', () => {
    for (const address of ['mailto:a@example.org', 'tel:+49123', 'MAILTO:x@y.z'])
      expect(resolve(address)).toEqual({ to: 'as-written' });
    expect(resolve('data:image/png;base64,AA', 'image')).toEqual({ to: 'as-written' });
    expect(resolve('data:font/woff2;base64,AA', 'style')).toEqual({ to: 'as-written' });
    expect(resolve('#shape', 'style')).toEqual({ to: 'as-written' });
  });

  it('is refused where it could run something', () => {
    for (const address of [
      'javascript:alert(1)',
      ' java\tscript:alert(1)',
      '\u0001JAVASCRIPT:x',
      'vbscript:x',
      'file:///etc/passwd',
    ]) {
      expect(resolve(address)).toEqual({ to: 'refused' });
    }
    for (const address of ['data:text/html,x', 'data:image/svg+xml,x', 'blob:https://x'])
      expect(resolve(address)).toEqual({ to: 'refused' });
    for (const role of ['frame', 'image', 'script'] as const)
      expect(resolve('data:text/html,x', role)).toEqual({ to: 'refused' });
    expect(resolve('javascript:x', 'frame')).toEqual({ to: 'refused' });
  });
});
