/** The choices of a question → what keeps them from telling right from wrong. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { type Choices, choicesIn } from '../../model/question.ts';
import type { SourceFile } from '../../model/source.ts';
import { firstLine } from '../lectureCheck.ts';

/**
 * Rules: `no-right-choice`, `all-choices-right`, `unmarked-choice` and `several-choices`. `lists`: all lists with boxes in the
 * question, of which the first holds its choices.
 */
export function checkChoices(choices: Choices | null, lists: readonly Choices[], source: SourceFile): readonly Diagnostic[] {
  if (choices === null) return [];
  const marks = choicesIn(choices).map(({ right }) => right);
  const found: Diagnostic[] = [];
  const at = firstLine(choices.span, source);
  if (!marks.includes(true)) {
    const hint = 'Write “- [x]” at each choice that is right.';
    found.push(diagnose('no-right-choice', at, 'None of these choices is marked as right.', hint));
  }
  if (!marks.includes(false)) {
    const hint = 'Write “- [ ]” at each choice that is wrong.';
    found.push(diagnose('all-choices-right', at, 'All of these choices are marked as right.', hint));
  }
  for (const { task, children } of choices.items) {
    if (task !== undefined || children[0] === undefined) continue;
    const message = 'This choice has no box, so it counts as wrong.';
    const hint = 'Begin it with “[ ]” where it is wrong, with “[x]” where it is right.';
    found.push(diagnose('unmarked-choice', firstLine(children[0].span, source), message, hint));
  }
  const [, second] = lists;
  if (second !== undefined) {
    const message = 'This is a second list of choices in one question, from which nothing can be chosen.';
    const hint = 'Join it to the first, or ask a question for each.';
    found.push(diagnose('several-choices', firstLine(second.span, source), message, hint));
  }
  return found;
}
