/** Links inside one lecture → those whose slide is not there. */
import { slidesOf } from '../../model/lecture.ts';
import { checkSlideLink } from '../checkSlideLink.ts';
import type { LectureRule } from '../lectureCheck.ts';

/** Rule: `dead-link`. */
export const checkOwnLinks: LectureRule = ({ lecture, targets }) => {
  const place = { name: 'this lecture', anchors: lecture.anchors, slides: slidesOf(lecture).length };
  return [...targets].flatMap(([{ span }, target]) => {
    if (target.to !== 'lecture' || target.address !== lecture.address) return [];
    return checkSlideLink(target.id, span, place) ?? [];
  });
};
