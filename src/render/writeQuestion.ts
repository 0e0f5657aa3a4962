/** A question → a box of the deck, whose answer is a step; in the reading view, something to answer and to look up. */
import type { Block, Question } from '../model/blocks.ts';
import { answersOf, canBeJudged, type Choices, choicesOf } from '../model/question.ts';
import { hashQuestion } from '../model/treeText.ts';
import { childBlocks } from '../model/walk.ts';
import { writeAttribute, writeAttributes } from './writeAttributes.ts';
import type { Asked, WriteBlocks, Writing } from './writing.ts';

export function writeQuestion(question: Question, writing: Writing, write: WriteBlocks): string {
  const { children, attributes } = question;
  const reading = writing.view !== 'deck';
  const classes = [...attributes.classes.filter((name) => !reading || name !== 'fragment'), 'lectern-question'];
  const choices = choicesOf(question);
  const name = questionName(writing.questions.count++, writing);
  const before = reading && canBeJudged(choices) ? children.findIndex((child) => child === choices || holds(child, choices)) : 0;
  const answer = answersOf(question)[0] ?? null;
  const asked: Asked = { choices, answer, name, named: before > 0, judged: canBeJudged(choices) };
  const inside = { ...writing, asked };
  const head =
    before > 0 ? `<div class="lectern-asked" id="${name}-text">\n${write(children.slice(0, before), inside)}\n</div>\n` : '';
  // without an identifier of its author's it has ours, which leads to it
  const own = writeAttributes(attributes, writing, { classes });
  const id = writing.view === 'read' && !own.startsWith(' id=') ? writeAttribute('id', name) : '';
  return `<div${id}${own}${memoryOf(question, writing)}>\n${head}${write(children.slice(before), inside)}\n</div>`;
}

/** The identifier of a question on its page; `before`: how many stand before it there. */
export function questionName(before: number, { address }: Pick<Writing, 'address'>): string {
  return `lectern-${(address ?? 'home').replaceAll('/', '-')}-question-${before + 1}`;
}

function holds(block: Block, choices: Choices): boolean {
  return childBlocks(block).some((child) => child === choices || holds(child, choices));
}

/** Under what a browser remembers how it was answered: its lecture, and what it asked. */
function memoryOf(question: Question, { view, address }: Writing): string {
  return view === 'read' && address !== null
    ? writeAttribute('data-lectern-question', `${address} ${hashQuestion(question)}`)
    : '';
}
