/** A lecture → its pages: the deck and the reading view; a page (`kind: page`) has only the latter. */
import type { Lecture } from '../model/lecture.ts';
import type { Page } from '../model/page.ts';
import { type LectureContext, prepareLecture } from './lectureContext.ts';
import { renderDeck } from './renderDeck.ts';
import { renderReading } from './renderReading.ts';

/**
 * `lecture` is what may be published: without private notes, unless the build is for the lecturer alone. `read`: what the
 * reading view is made from, where that is less.
 */
export function renderLecture(lecture: Lecture, context: LectureContext, read: Lecture = lecture): readonly Page[] {
  const rendering = prepareLecture(lecture, context);
  const reading = renderReading(read === lecture ? rendering : prepareLecture(read, context));
  return lecture.settings.kind === 'page' ? [reading] : [renderDeck(rendering), reading];
}
