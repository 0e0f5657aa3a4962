/** The course's own style sheets → links to them from one of the course's pages. */
import type { Course } from '../model/course.ts';
import type { CourseContext } from './courseContext.ts';
import { escapeHtml } from './escape.ts';
import { addressOfTarget } from './hrefOf.ts';

/** Those of other hosts are left out. */
export function courseStyles(page: string, { syllabus }: Course, { targetOf }: CourseContext): readonly string[] {
  const place = { page, view: 'home', syllabus, address: null } as const;
  return syllabus.settings.css.flatMap(({ address }) => {
    const target = targetOf(address, 'style');
    return target.to === 'asset'
      ? [`<link rel="stylesheet" href="${escapeHtml(addressOfTarget(target, address, place) ?? '')}">`]
      : [];
  });
}
