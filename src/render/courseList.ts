/** A course → its lectures in groups, as lists on its pages show them. */
import type { Course, CourseLecture } from '../model/course.ts';
import type { PartItem } from '../model/settings.ts';

export interface CourseRow {
  /** Null for a link to somewhere else. */
  readonly lecture: CourseLecture | null;
  /** What `parts` says about it; null where it is not named there. */
  readonly item: PartItem | null;
}

export interface CourseGroup {
  /** Null: a group without a heading. */
  readonly title: string | null;
  readonly rows: readonly CourseRow[];
}

/** The groups of `parts`, then what they leave out. Drafts, and what has no date of release, are in none. */
export function courseGroups({ syllabus, lectures }: Course): readonly CourseGroup[] {
  const byAddress = new Map(lectures.map((lecture) => [lecture.entry.address, lecture]));
  const named = new Set<CourseLecture>();
  const groups = syllabus.settings.parts.map(({ title, items }): CourseGroup => {
    const rows = items.flatMap((item): CourseRow[] => {
      if (item.kind === 'link') return [{ lecture: null, item }];
      const lecture = byAddress.get(item.target);
      if (lecture === undefined) return [];
      named.add(lecture);
      return isListed(lecture) ? [{ lecture, item }] : [];
    });
    return { title, rows };
  });
  const rest = lectures.filter((lecture) => !named.has(lecture) && isListed(lecture)).map((lecture) => ({ lecture, item: null }));
  return [...groups, { title: null, rows: rest }].filter(({ rows }) => rows.length > 0);
}

/** Whether the course may name it at all: it is published, or it says from when on it will be. */
function isListed({ entry }: CourseLecture): boolean {
  return entry.absence === null || (entry.absence === 'unreleased' && entry.release !== null);
}

/** The lectures and pages that are published, in the course's order. */
export function publishedLectures({ lectures }: Course): readonly CourseLecture[] {
  return lectures.filter(({ entry }) => entry.absence === null);
}

/** Whether a list of its lectures shows a number at all. */
export function hasNumbers(course: Course): boolean {
  return courseGroups(course).some(({ rows }) => rows.some(({ lecture }) => (lecture?.entry.number ?? null) !== null));
}

/** How many slides a lecture has. */
export function slideCount({ outline }: CourseLecture): number {
  return (outline?.sections ?? []).reduce((sum, { slides }) => sum + slides.length, 0);
}

/** The site's address with a slash at its end; null where unknown. */
export function siteUrl(course: Course, options: { readonly url: string | null }): string | null {
  return options.url ?? course.syllabus.settings.url;
}
