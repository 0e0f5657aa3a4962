/** The places where keys may stand, and which are known in each. */
import type { Scope } from './checkKeys.ts';
import { COURSE_KEYS, OWN_COURSE_KEYS } from './courseKeys.ts';
import { LECTURE_KEYS } from './lectureKeys.ts';

const OF_COURSE = { keys: OWN_COURSE_KEYS, owner: 'the course, not of a lecture' };

/** A lecture's own front matter; `index` is the path of the course's file, null where there is none. */
export function lectureScope(index: string | null): Scope {
  const hint = index === null ? 'Give it in an “index.md” beside the lectures.' : `Move it to “${index}”.`;
  return { keys: LECTURE_KEYS, elsewhere: { ...OF_COURSE, hint } };
}

/** The map under the course's `defaults`. */
export const DEFAULTS: Scope = { keys: LECTURE_KEYS, elsewhere: { ...OF_COURSE, hint: 'Move it out of “defaults”.' } };

/** The course's front matter. */
export const COURSE: Scope = {
  keys: COURSE_KEYS,
  elsewhere: {
    keys: LECTURE_KEYS,
    owner: 'a lecture, not of the course',
    hint: 'Put it under “defaults” to have it for all lectures.',
  },
};

const { parts: _parts, defaults: _defaults, ...ofOne } = OWN_COURSE_KEYS;

/** The front matter of a file that is a whole course: it is the lecture's and the course's at once. */
export const COURSE_OF_ONE: Scope = {
  keys: { ...ofOne, ...LECTURE_KEYS },
  elsewhere: { keys: OWN_COURSE_KEYS, owner: 'a course of several lectures', hint: 'Remove it, or build the folder.' },
};
