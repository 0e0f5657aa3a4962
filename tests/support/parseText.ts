/** Parses a text as a lecture, front matter and all, as the pipeline would. */
import type { Result } from '../../src/model/diagnostic.ts';
import type { Lecture } from '../../src/model/lecture.ts';
import { parseLecture } from '../../src/parse/parseLecture.ts';
import { readCourse } from '../../src/read/readCourse.ts';
import { readSource } from '../../src/read/readSource.ts';
import { writeFolder } from './writeFolder.ts';

/** The lecture that a file of this text makes, in a course of its own. */
export function parseText(text: string): Result<Lecture> {
  const root = writeFolder({ 'talk.md': text });
  const { value } = readCourse({
    argument: `${root}/talk.md`,
    out: null,
    asOf: '2026-01-01',
    drafts: true,
    slideLevel: null,
    url: null,
  });
  const [input] = value.lectures;
  if (input === undefined) throw new Error('no lecture was read');
  return parseLecture(readSource(value.root, input.entry.source), {
    address: 'talk',
    settings: input.settings,
    frontMatter: input.block,
    late: input.late ?? [],
  });
}
