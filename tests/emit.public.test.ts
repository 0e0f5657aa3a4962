import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listPublic } from '../src/emit/copyPublic.ts';
import { writeFolder } from './support/writeFolder.ts';

test('the files of public/ are listed by their paths under it', () => {
  const outside = writeFolder({ 'secret.txt': '', 'folder/secret.txt': '' });
  const root = writeFolder({
    'public/CNAME': '',
    'public/a/b.txt': '',
    'public/.well-known/security.txt': '',
    'public/.DS_Store': '',
    'public/.git/config': '',
    'public/.well-known/.hidden': '',
    'public/_headers': '',
  });
  symlinkSync(join(outside, 'secret.txt'), join(root, 'public/secret.txt'));
  symlinkSync(join(outside, 'folder'), join(root, 'public/folder'));
  symlinkSync(join(root, 'public'), join(root, 'public/again'));
  mkdirSync(join(root, 'public/empty'));
  const { value, diagnostics } = listPublic(root);
  expect([...value.keys()]).toEqual(['.well-known/security.txt', 'CNAME', '_headers', 'a/b.txt']);
  expect(diagnostics.map(({ severity, rule, message }) => `${severity} ${rule} ${message}`)).toEqual([
    'error public-outside “public/again” is neither a file nor a folder of its own.',
    'error public-outside “public/folder” leads out of the course, or to nothing.',
    'error public-outside “public/secret.txt” leads out of the course, or to nothing.',
  ]);
  expect([...listPublic(writeFolder({})).value.keys()]).toEqual([]);
});
