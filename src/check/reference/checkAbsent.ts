/** A link to a lecture that is not published → why it is only text. */
import type { Reference } from '../../model/attributes.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { Syllabus } from '../../model/syllabus.ts';
import type { Target } from '../../model/target.ts';
import { shorten } from '../shorten.ts';

/** Rule: `absent-lecture`. An info: it mends itself on the day. */
export function checkAbsent({ span }: Reference, target: Target, syllabus: Syllabus): Diagnostic | null {
  if (target.to !== 'absent') return null;
  const entry = syllabus.entries.find((entry) => entry.address === target.address);
  const title = shorten(target.title);
  const message =
    entry?.absence === 'draft'
      ? `“${title}” is a draft, so this link becomes text.`
      : `“${title}” is published on ${entry?.release ?? 'a later day'}, and until then this link becomes text.`;
  return diagnose('absent-lecture', span, message);
}
