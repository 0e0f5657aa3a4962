/** References and where they lead → those that lead nowhere, to nothing that is published, or to other hosts. */
import type { Reference } from '../../model/attributes.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Syllabus } from '../../model/syllabus.ts';
import type { Target } from '../../model/target.ts';
import { checkAbsent } from './checkAbsent.ts';
import { checkNowhere } from './checkNowhere.ts';
import { checkRefused } from './checkRefused.ts';
import { checkRemote } from './checkRemote.ts';

/** What may be wrong with one reference; null where it is in order. */
export type ReferenceRule = (reference: Reference, target: Target, syllabus: Syllabus) => Diagnostic | null;

/** One line for each kind of trouble. */
const RULES: readonly ReferenceRule[] = [checkNowhere, checkAbsent, checkRefused, checkRemote];

/** Checks every reference but those of scripts, which are left out wherever they lead. */
export function checkReferences(targets: Iterable<readonly [Reference, Target]>, syllabus: Syllabus): readonly Diagnostic[] {
  return [...targets].flatMap(([reference, target]) =>
    reference.role === 'script' ? [] : RULES.flatMap((rule) => rule(reference, target, syllabus) ?? []),
  );
}
