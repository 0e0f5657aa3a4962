/** Links from one lecture to another → those whose slide is not there. */
import type { LinkOut } from '../../model/target.ts';
import { checkSlideLink, type SlideLinkEnds } from '../checkSlideLink.ts';
import type { CourseRule } from '../courseCheck.ts';
import { shorten } from '../shorten.ts';

/** Rule: `dead-link`, in lectures, in the course's introduction and its front matter. */
export const checkLinksOut: CourseRule = ({ course, introduction, references }) => {
  const ends = new Map<string, SlideLinkEnds>();
  for (const { entry, outline } of course.lectures) {
    if (outline === null) continue;
    const slides = outline.sections.reduce((count, section) => count + section.slides.length, 0);
    ends.set(entry.address, { name: `“${shorten(entry.title)}”`, anchors: new Set(outline.anchors), slides });
  }
  const links = course.lectures.flatMap(({ outline }) => {
    return (outline?.linksOut ?? []).filter((link) => link.address !== outline?.address);
  });
  const others = [...(introduction?.targets ?? []), ...references.map(({ reference, target }) => [reference, target] as const)];
  const linksOfCourse = others.flatMap(([{ span }, target]): readonly LinkOut[] => {
    return target.to === 'lecture' ? [{ address: target.address, id: target.id, span }] : [];
  });
  return [...links, ...linksOfCourse].flatMap(({ address, id, span }) => {
    const end = ends.get(address);
    return end === undefined ? [] : (checkSlideLink(id, span, end) ?? []);
  });
};
