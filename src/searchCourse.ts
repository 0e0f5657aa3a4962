/** A course whose lectures are done → the files of its search: their words, those of the home page, and guest lectures' titles. */
import type { Course, CourseLecture } from './model/course.ts';
import type { Lecture } from './model/lecture.ts';
import type { Page } from './model/page.ts';
import type { CourseContext } from './render/courseContext.ts';
import { addressOfTarget } from './render/hrefOf.ts';
import { makeShards } from './search/makeShards.ts';
import { type Searched, searchGuest, searchHome } from './search/makeSearchable.ts';

/** Without the texts of lectures, which are written with their other pages. `introduction`: null where there is none. */
export function searchCourse(course: Course, introduction: Lecture | null, context: CourseContext): readonly Page[] {
  const home = introduction === null ? [] : [searchHome(introduction, course.syllabus.settings.title)];
  const all = [...home, ...course.lectures.flatMap((lecture) => searchLecture(lecture, context))];
  // guest lectures of one title may lead to one place
  const texts = new Map(all.flatMap(({ files }) => files).map((file) => [file.path, file]));
  return [...texts.values(), ...makeShards(all.map(({ searchable }) => searchable))];
}

/** Nothing for a lecture that is not published. */
function searchLecture({ entry, outline }: CourseLecture, { targetOf, syllabus }: CourseContext): readonly Searched[] {
  if (outline !== null) return outline.searchable === null ? [] : [{ searchable: outline.searchable, files: [] }];
  if (entry.absence !== null || entry.file === null) return [];
  const file = addressOfTarget(targetOf(entry.file, 'link'), entry.file, { page: 'index.html', view: 'read', syllabus });
  return file === null ? [] : [searchGuest(entry, file)];
}
