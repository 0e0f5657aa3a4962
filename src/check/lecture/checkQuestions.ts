/** Questions → those that cannot be answered as they were meant: boxes, answers and choices that do not fit together. */
import type { Block, Division, Question } from '../../model/blocks.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { slidesOf } from '../../model/lecture.ts';
import { answersOf, choicesOf, listsOf } from '../../model/question.ts';
import type { SourceFile } from '../../model/source.ts';
import { walkBlocks } from '../../model/walk.ts';
import { firstLine, type LectureRule } from '../lectureCheck.ts';
import { checkChoices } from './checkChoices.ts';

/** Rules: `question-without-answer`, `answer-outside-question`, `nested-question`, `question-in-notes` and `several-answers`. */
export const checkQuestions: LectureRule = ({ lecture, source }) => {
  if (!/question|answer/.test(source.text)) return [];
  const asks = /question/.test(source.text);
  const found: Diagnostic[] = [];
  const visit = (block: Block, place: Place): boolean => {
    if (block.kind === 'notes') walkBlocks(block.children, (inside) => void found.push(...checkInNotes(inside, source)));
    if (block.kind === 'question') {
      found.push(...checkQuestion(block, place, source));
      walkBlocks(block.children, (inside) => visit(inside, 'question'));
    } else if (block.kind === 'division') found.push(...checkBox(block, asks, source));
    return block.kind !== 'notes' && block.kind !== 'question';
  };
  walkBlocks(
    slidesOf(lecture).flatMap(({ body }) => body),
    (block) => visit(block, 'slide'),
  );
  return found;
};

type Place = 'slide' | 'question';

function checkQuestion(question: Question, place: Place, source: SourceFile): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const at = firstLine(question.span, source);
  if (place === 'question') {
    const message = 'This question stands in another.';
    found.push(diagnose('nested-question', at, message, 'Close the question around it first.'));
  }
  const [, second] = answersOf(question);
  if (second !== undefined) {
    const message = 'This is a second answer to one question, which is revealed by itself.';
    const hint = 'Write both into one “::: answer”, or ask a question for each.';
    found.push(diagnose('several-answers', firstLine(second.span, source), message, hint));
  }
  return [...found, ...checkChoices(choicesOf(question), listsOf(question.children), source)];
}

/** Boxes that other programs' decks may have for purposes of their own: where a lecture asks nothing, they are in order. */
function checkBox({ attributes: { classes }, span }: Division, asks: boolean, source: SourceFile): readonly Diagnostic[] {
  const at = firstLine(span, source);
  if (classes.includes('question')) {
    const message = 'This question has neither an answer nor choices, so it is only a box.';
    const hint = 'Write “::: answer” in it, or a list of choices with “- [ ]” and “- [x]”.';
    return [diagnose('question-without-answer', at, message, hint)];
  }
  if (!classes.includes('answer')) return [];
  const message = 'This answer stands outside of a question, so everyone sees it at once.';
  const hint = 'Put it between the “::: question” that it answers and the “:::” that closes that.';
  return [diagnose({ rule: 'answer-outside-question', severity: asks ? 'warning' : 'info' }, at, message, hint)];
}

function checkInNotes(block: Block, source: SourceFile): readonly Diagnostic[] {
  if (block.kind !== 'division' || !block.attributes.classes.includes('question') || !asksSomething(block)) return [];
  const at = firstLine(block.span, source);
  const message = 'This question stands in notes, where nobody is asked.';
  return [diagnose('question-in-notes', at, message, 'Move it out of the notes.')];
}

/** Whether it would be a question on a slide. */
function asksSomething({ children }: Division): boolean {
  return (
    choicesOf({ children }) !== null ||
    children.some((block) => block.kind === 'division' && block.attributes.classes.includes('answer'))
  );
}
