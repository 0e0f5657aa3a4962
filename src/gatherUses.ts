/** A course's lectures and its own files → whatever all of them refer to outside of lectures. */
import type { LectureWork } from './lecture.ts';
import type { LectureInput } from './model/syllabus.ts';
import type { Resolved } from './model/target.ts';
import type { Introduction } from './syllabus.ts';

export interface Uses {
  /** Files of the course, other hosts, and what is not there; drafts and private notes included, in the course's order. */
  readonly uses: readonly Resolved[];
  /** Paths of the files among them. */
  readonly used: ReadonlySet<string>;
  /** Names of files that texts mention without a reference: in comments, in code. */
  readonly mentioned: ReadonlySet<string>;
}

/** `references` are those of the course's front matter and style sheets. */
export function gatherUses(
  lectures: readonly LectureInput[],
  works: readonly LectureWork[],
  introduction: Introduction | null,
  references: readonly Resolved[],
): Uses {
  const texts = introduction === null ? works : [...works, introduction];
  const uses = [...texts.flatMap((text) => text.uses), ...references, ...guestsElsewhere(lectures)];
  const files = uses.flatMap(({ target }) => (target.to === 'asset' ? [target.file] : []));
  const guests = lectures.flatMap(({ entry }) => entry.file ?? []);
  return {
    uses,
    used: new Set([...files, ...guests]),
    mentioned: new Set(texts.flatMap(({ mentions }) => mentions)),
  };
}

/** Guest lectures that stand on another host. */
function guestsElsewhere(lectures: readonly LectureInput[]): readonly Resolved[] {
  return lectures.flatMap(({ entry, settings }): readonly Resolved[] => {
    const span = settings.spans.get('file');
    const url = entry.file ?? '';
    if (span === undefined || !URL.canParse(url)) return [];
    return [{ reference: { role: 'link', address: url, span }, target: { to: 'remote', url, host: new URL(url).host } }];
  });
}
