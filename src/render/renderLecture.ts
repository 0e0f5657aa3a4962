/** A lecture → its pages: the deck and the reading view, and what leads on to them; a page (`kind: page`) has no deck. */
import { type Excerpt, hasWhole } from '../model/excerpt.ts';
import type { Lecture } from '../model/lecture.ts';
import type { Page } from '../model/page.ts';
import { lectureFor } from '../model/readership.ts';
import { type LectureContext, prepareLecture } from './lectureContext.ts';
import { renderDeck } from './renderDeck.ts';
import { renderRedirect } from './renderRedirect.ts';
import { renderReading } from './renderReading.ts';

export interface RenderedLecture {
  readonly pages: readonly Page[];
  /** For the page of the whole course; null where there is none. */
  readonly excerpt: Excerpt | null;
}

/**
 * `lecture` is what may be published: without private notes, unless the build is for the lecturer alone. `read`: what the
 * reading view is made from, where that is less.
 */
export function renderLecture(lecture: Lecture, context: LectureContext, read: Lecture = lecture): RenderedLecture {
  const rendering = prepareLecture(lecture, context);
  const readable = read === lecture ? rendering : prepareLecture(read, context);
  const reading = renderReading({ ...readable, lecture: lectureFor('read', read) }, hasWhole(context.syllabus));
  const { entry, syllabus, redirects } = rendering;
  const pages = [
    ...(lecture.settings.kind === 'page' ? [] : [renderDeck({ ...rendering, lecture: lectureFor('deck', lecture) })]),
    reading.page,
    ...redirects.map((redirect) => renderRedirect(redirect, entry, syllabus.settings.lang, rendering)),
  ];
  return { pages, excerpt: reading.excerpt };
}
