import { expect, test } from 'vitest';
import { z } from 'zod';
import { COURSE_SCHEMA } from '../src/read/keys/courseKeys.ts';
import { LECTURE_SCHEMA } from '../src/read/keys/lectureKeys.ts';
import { loadCases } from './support/loadCases.ts';
import { readFolder } from './support/readFolder.ts';

for (const { title, input, expected } of loadCases('read/lecture-keys.txt')) {
  test(`in a lecture, ${title}`, () => {
    expect(readFolder({ 'slides/index.md': '', 'slides/01-a.md': `---\n${input}---\n` }).found).toBe(expected);
  });
}

for (const { title, input, expected } of loadCases('read/course-keys.txt')) {
  test(`in the course, ${title}`, () => {
    const lectures = {
      'slides/01-lifecycle.md': '',
      'slides/02-roles.md': '',
      'slides/lab.md': '',
      'slides/part-b/01-ops.md': '',
    };
    expect(readFolder({ 'slides/index.md': `---\n${input}---\n`, ...lectures }).found).toBe(expected);
  });
}

test('the tables of keys give a JSON Schema', () => {
  const lecture = z.toJSONSchema(LECTURE_SCHEMA, { io: 'input' });
  expect(lecture.properties?.duration).toMatchObject({ description: 'How long the lecture takes, in minutes.' });
  const course = z.toJSONSchema(COURSE_SCHEMA, { io: 'input' });
  expect(Object.keys(course.properties ?? {})).toContain('parts');
});
