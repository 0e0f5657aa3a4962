/** A course, once each lecture's work is done → all its pages but the lectures' own. */
import type { Course } from '../model/course.ts';
import type { Excerpt } from '../model/excerpt.ts';
import type { Lecture } from '../model/lecture.ts';
import type { Page } from '../model/page.ts';
import type { CourseContext } from './courseContext.ts';
import { courseColours } from './courseColours.ts';
import { renderContents } from './renderContents.ts';
import { renderHome } from './renderHome.ts';
import { renderManifest } from './renderManifest.ts';
import { renderNotFound } from './renderNotFound.ts';
import { renderPractice } from './renderPractice.ts';
import { renderRobots } from './renderRobots.ts';
import { renderSpeaker } from './renderSpeaker.ts';
import { renderWhole } from './renderWhole.ts';

/**
 * `introduction` is the text of the course's own file, parsed as a page; null where there is none. `excerpts`: of its published
 * lectures, for the page of them all.
 */
export function renderCourse(
  course: Course,
  introduction: Lecture | null,
  excerpts: readonly Excerpt[],
  context: CourseContext,
): readonly Page[] {
  const colours = courseColours(course.syllabus.settings.accent);
  return [
    ...(colours === null ? [] : [colours]),
    renderHome(course, introduction, context),
    renderContents(course, context),
    ...renderWhole(course, excerpts, context),
    ...renderPractice(course, context),
    renderSpeaker(course, context),
    renderNotFound(course, context),
    renderManifest(course, context),
    ...renderRobots(course, context),
    { path: '.nojekyll', content: '' },
  ];
}
