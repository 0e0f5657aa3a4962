/** A course → `lectern.json`, its contents for programs. */
import type { Course, CourseLecture } from '../model/course.ts';
import type { Manifest, ManifestAbsentLecture, ManifestLecture } from '../model/manifest.ts';
import type { Page } from '../model/page.ts';
import { addressOfTarget, pathOf } from './hrefOf.ts';
import type { CourseContext } from './courseContext.ts';

const PATH = 'lectern.json';

export function renderManifest(course: Course, context: CourseContext): Page {
  const { title, lang } = course.syllabus.settings;
  const manifest: Manifest = {
    version: 1,
    private: context.options.privateNotes,
    course: { title, lang },
    lectures: course.lectures.flatMap((lecture): (ManifestLecture | ManifestAbsentLecture)[] => {
      if (lecture.entry.absence === 'draft') return [];
      return [lecture.entry.absence === null ? describe(lecture, course, context) : describeAbsent(lecture)];
    }),
  };
  return { path: PATH, content: `${JSON.stringify(manifest, null, 2)}\n` };
}

function describe({ entry, outline }: CourseLecture, { syllabus }: Course, { targetOf }: CourseContext): ManifestLecture {
  const { address, source, title, status, release, kind, file } = entry;
  const writing = { page: PATH, view: 'read', syllabus } as const;
  return {
    name: address,
    source,
    title,
    deck: kind === 'lecture' ? pathOf(entry, 'deck') : null,
    read: pathOf(entry, 'read'),
    file: kind === 'file' && file !== null ? addressOfTarget(targetOf(file, 'link'), file, writing) : null,
    status,
    release,
    kind,
    sections: (outline?.sections ?? []).map((section) => ({
      id: section.id,
      title: section.title,
      slides: section.slides.map(({ id, number, kind, title, line, notes, steps, hash }) => ({
        id,
        number,
        kind,
        title,
        line,
        notes,
        steps,
        hash,
      })),
    })),
  };
}

function describeAbsent({ entry: { address, title, status, release } }: CourseLecture): ManifestAbsentLecture {
  return { name: address, title, status, release };
}
