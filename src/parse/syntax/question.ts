/**
 * Questions: a div of class `question` that holds an answer, or a list of tasks to choose from.
 *
 *     ::: question
 *     What has happened?
 *
 *     - [ ] The data drifted
 *     - [x] The world changed
 *
 *     ::: answer
 *     Only fresh labels show it.
 *     ^ a step of the deck; where there is no such div, one is made for what the choices reveal
 *     :::
 *     :::
 *
 * Any other div of class `question` is a box, as in pandoc. Never inside notes.
 */
import { type Attributes, NO_ATTRIBUTES } from '../../model/attributes.ts';
import type { Answer, Block, Division, Question } from '../../model/blocks.ts';
import { answersOf, choicesIn, choicesOf } from '../../model/question.ts';
import { mapChildBlocks } from '../../model/walk.ts';

const QUESTION = 'question';
const ANSWER = 'answer';

/** The blocks with questions settled, in every list of blocks inside, too; those inside others first. */
export function settleQuestions(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) => {
    if (block.kind === 'notes') return block;
    const settled = mapChildBlocks(block, settleQuestions);
    return isOf(QUESTION, settled) ? (questionOf(settled) ?? settled) : settled;
  });
}

/** What stands on a slide that has the class itself: one question, and the notes after it. */
export function settleSlide(body: readonly Block[], { classes }: Attributes): readonly Block[] {
  const [first] = body;
  if (first === undefined || !classes.includes(QUESTION)) return body;
  const children = body.filter(({ kind }) => kind !== 'notes');
  const span = { ...first.span, end: children.at(-1)?.span.end ?? first.span.end };
  const question = questionOf({ kind: 'division', attributes: { ...NO_ATTRIBUTES, classes: [QUESTION] }, children, span });
  return question === null ? body : [question, ...body.filter(({ kind }) => kind === 'notes')];
}

function isOf(name: string, block: Block): block is Division {
  return block.kind === 'division' && block.attributes.classes.includes(name);
}

/** Null for a box that asks nothing. */
function questionOf(division: Division): Question | null {
  const { attributes, span } = division;
  const children = division.children.flatMap(settleAnswers);
  const choices = choicesOf({ children });
  if (answersOf({ children }).length > 0) return { kind: 'question', attributes, children, span };
  if (choices === null) return null;
  const reveals = choicesIn(choices).some(({ right, reason }) => right || reason.length > 0);
  const at = { ...span, start: span.end };
  const answer: Answer = { kind: 'answer', attributes: asStep({ ...NO_ATTRIBUTES, classes: [ANSWER] }), children: [], span: at };
  return { kind: 'question', attributes, children: reveals ? [...children, answer] : children, span };
}

/** An answer is a step of its own: a pause before it adds none. */
function settleAnswers(block: Block): readonly Block[] {
  if (isOf(ANSWER, block)) return [{ ...block, kind: 'answer', attributes: asStep(block.attributes) }];
  if (block.kind === 'question' || block.kind === 'notes') return [block];
  const settled = mapChildBlocks(block, (children) => children.flatMap(settleAnswers));
  return isPaused(settled) && settled.children.every(({ kind }) => kind === 'answer') ? settled.children : [settled];
}

/** What follows a pause. */
function isPaused(block: Block): block is Division {
  if (block.kind !== 'division' || block.children.length === 0) return false;
  const { id, classes, pairs } = block.attributes;
  return id === null && pairs.length === 0 && classes.length === 1 && classes[0] === 'fragment';
}

function asStep(attributes: Attributes): Attributes {
  const { classes } = attributes;
  return classes.includes('fragment') ? attributes : { ...attributes, classes: [...classes, 'fragment'] };
}
