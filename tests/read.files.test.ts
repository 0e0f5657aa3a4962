import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFiles } from '../src/read/openFiles.ts';
import { readSource } from '../src/read/readSource.ts';
import { readText } from '../src/read/readText.ts';
import { writeFolder } from './support/writeFolder.ts';

test('sizes, names and bytes of what is in the course', () => {
  const files = openFiles(writeFolder({ 'assets/a.svg': '<svg/>', 'assets/sub/b.svg': '', 'index.md': 'x' }));
  expect(files.size('assets/a.svg')).toBe(6);
  expect(files.size('./assets/../assets//a.svg')).toBe(6);
  expect([files.size('assets'), files.size('assets/none.svg'), files.size('assets/a.svg/x')]).toEqual([null, null, null]);
  expect([files.names(''), files.names('assets'), files.names('none')]).toEqual([['assets/', 'index.md'], ['a.svg', 'sub/'], []]);
  expect(new TextDecoder().decode(files.bytes('assets/a.svg'))).toBe('<svg/>');
  expect(() => files.bytes('assets/none.svg')).toThrow('There is no file “assets/none.svg” in the course.');
});

test('letter case is exact, whatever the disk thinks', () => {
  const files = openFiles(writeFolder({ 'assets/Logo.svg': '' }));
  expect([files.size('assets/Logo.svg'), files.size('assets/logo.svg'), files.size('Assets/Logo.svg')]).toEqual([0, null, null]);
});

test('nothing outside of the course is seen, by dots or by links', () => {
  const outside = writeFolder({ 'secret.png': 'x', 'folder/more.png': 'x' });
  const root = writeFolder({ 'assets/in.png': 'x' });
  symlinkSync(join(outside, 'secret.png'), join(root, 'assets/linked.png'));
  symlinkSync(join(outside, 'folder'), join(root, 'assets/folder'));
  symlinkSync(join(root, 'assets/in.png'), join(root, 'assets/again.png'));
  symlinkSync(join(root, 'nowhere'), join(root, 'assets/broken.png'));
  writeFileSync(join(root, '../beside.png'), 'x');
  const files = openFiles(root);
  for (const path of ['../beside.png', 'assets/linked.png', 'assets/folder/more.png', 'assets/../../beside.png']) {
    expect([path, files.size(path), files.leadsOut(path)]).toEqual([path, null, true]);
    expect(() => files.bytes(path)).toThrow();
  }
  for (const path of ['../nowhere.png', 'assets/broken.png', 'assets/none.png', 'assets/in.png'])
    expect(files.leadsOut(path)).toBe(false);
  expect(files.names('assets')).toEqual(['again.png', 'in.png']);
  expect(files.size('assets/again.png')).toBe(1);
});

test('names match in either form of Unicode, and are given in NFC', () => {
  const root = writeFolder({ [`assets/${'é'.normalize('NFD')}.png`]: 'x', [`slides/${'é'.normalize('NFD')}.md`]: 'text' });
  const files = openFiles(root);
  expect([files.size('assets/é.png'.normalize('NFC')), files.size('assets/é.png'.normalize('NFD'))]).toEqual([1, 1]);
  expect(files.names('assets')).toEqual(['é.png'.normalize('NFC')]);
  expect(readSource(root, 'slides/é.md'.normalize('NFC'))).toEqual({ path: 'slides/é.md'.normalize('NFC'), text: 'text' });
});

test('an answer stays the same all through a build', () => {
  const root = writeFolder({ 'a.png': 'x' });
  const files = openFiles(root);
  expect([files.size('a.png'), files.size('b.png')]).toEqual([1, null]);
  writeFileSync(join(root, 'a.png'), 'longer');
  writeFileSync(join(root, 'b.png'), 'x');
  expect([files.size('a.png'), files.size('b.png')]).toEqual([1, null]);
  expect([openFiles(root).size('a.png'), openFiles(root).size('b.png')]).toEqual([6, 1]);
});

test('a byte order mark and carriage returns stay in a source', () => {
  const root = writeFolder({ 'a.md': '\uFEFFa\r\nb\r' });
  expect(readSource(root, 'a.md').text).toBe('\uFEFFa\r\nb\r');
});

test('a file that cannot be read is an error at its place', () => {
  const root = writeFolder({ 'talk.md': 'x' });
  symlinkSync(join(root, 'nowhere.md'), join(root, 'broken.md'));
  expect(readText(root, 'talk.md')).toEqual({ value: { path: 'talk.md', text: 'x' }, diagnostics: [] });
  expect(readText(root, 'broken.md').value).toBeNull();
  expect(readText(root, 'broken.md').diagnostics).toMatchObject([
    {
      severity: 'error',
      rule: 'unreadable-file',
      span: { path: 'broken.md', start: 0, end: 0 },
      message: '“broken.md” cannot be read.',
      hint: 'See who may read it.',
    },
  ]);
});
