/** A lecture → its questions as the page of all questions has them. */
import { attributeOf } from '../model/attributes.ts';
import { type Lecture, slidesOf } from '../model/lecture.ts';
import { byCodePoint } from '../model/order.ts';
import type { OutlineQuestion, OutlineQuestions } from '../model/outline.ts';
import { questionsIn } from '../model/question.ts';
import { lectureFor } from '../model/readership.ts';
import { type LectureContext, prepareLecture, writingFor } from './lectureContext.ts';
import { anchorOf, titleText } from './passages.ts';
import { PRACTICE } from './practicePath.ts';
import { writeBlocks } from './writeBlocks.ts';
import { questionName } from './writeQuestion.ts';

/** `lecture` is what readers see of it. Null where it asks nothing. */
export function renderQuestions(lecture: Lecture, context: LectureContext): OutlineQuestions | null {
  if (slidesOf(lecture).every(({ body }) => questionsIn(body).length === 0)) return null;
  const readable = lectureFor('read', lecture);
  const rendering = prepareLecture(readable, context);
  const slideLevel = Math.max(1, lecture.slideLevel.value);
  const headingLevel = (level: number): number => Math.min(6, 3 + Math.max(1, level - slideLevel));
  const writing = { ...writingFor(rendering, 'read', headingLevel, 'apart'), page: PRACTICE, gathered: true } as const;
  const shown = slidesOf(readable).filter(({ attributes }) => attributeOf(attributes, 'visibility') !== 'hidden');
  const list = shown.flatMap((slide) =>
    questionsIn(slide.body).map((question): OutlineQuestion => {
      const own = question.attributes.id ?? questionName(writing.questions.count, writing);
      return {
        slide: { number: slide.number, id: slide.id, title: titleText(slide) },
        anchor: lecture.settings.kind === 'page' ? own : anchorOf(slide),
        html: writeBlocks([question], writing),
      };
    }),
  );
  if (list.length === 0) return null;
  const named = (origins: ReadonlySet<string>) => [...origins].sort(byCodePoint);
  const { image, media, frame } = writing.origins;
  return { list, lang: lecture.settings.lang, origins: { image: named(image), media: named(media), frame: named(frame) } };
}
