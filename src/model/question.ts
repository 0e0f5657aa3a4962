/** A question → its parts: the choices with their reasons, and the answers. */
import type { Answer, Block, BulletList, ListItem, OrderedList, Question } from './blocks.ts';
import { childBlocks, walkBlocks } from './walk.ts';

/** A list in which at least one item has a box. */
export type Choices = BulletList | OrderedList;

/** One item of the choices. */
export interface Choice {
  readonly item: ListItem;
  /** A, B, C; numbers after Z. */
  readonly letter: string;
  readonly right: boolean;
  /** What can be chosen: the item's first block, or nothing. */
  readonly text: readonly Block[];
  /** Why it is right or wrong: whatever else stands in the item. */
  readonly reason: readonly Block[];
}

/** Whether a block is a list of choices. */
export function isChoices(block: Block): block is Choices {
  return (block.kind === 'bullet-list' || block.kind === 'ordered-list') && block.items.some(({ task }) => task !== undefined);
}

/** The list that one chooses from: the first one, also in a box or after a pause; null where there is none. */
export function choicesOf(question: Pick<Question, 'children'>): Choices | null {
  return listsOf(question.children)[0] ?? null;
}

/** All lists with boxes among the blocks, and in boxes and steps among them. */
export function listsOf(blocks: readonly Block[]): readonly Choices[] {
  return blocks.flatMap((block): readonly Choices[] => {
    if (isChoices(block)) return [block];
    return block.kind === 'division' ? listsOf(block.children) : [];
  });
}

/** Every item as a choice, in order. */
export function choicesIn({ items }: Choices): readonly Choice[] {
  return items.map((item, at) => ({
    item,
    letter: at < 26 ? String.fromCharCode(65 + at) : String(at + 1),
    right: item.task === 'done',
    text: item.children.slice(0, 1),
    reason: item.children.slice(1),
  }));
}

/** Whether an answer can be told right from wrong: one choice at least is right. */
export function canBeJudged(choices: Choices | null): choices is Choices {
  return choices?.items.some(({ task }) => task === 'done') ?? false;
}

/** The answers of a question, however deep, without those of questions in it. */
export function answersOf(question: Pick<Question, 'children'>): readonly Answer[] {
  const found: Answer[] = [];
  walkBlocks(question.children, (block) => {
    if (block.kind === 'answer') found.push(block);
    return block.kind !== 'question' && block.kind !== 'notes' && block.kind !== 'answer';
  });
  return found;
}

/** The questions among blocks, in reading order, without those that stand in another. */
export function questionsIn(blocks: readonly Block[]): readonly Question[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'question') return [block];
    return block.kind === 'notes' ? [] : questionsIn(childBlocks(block));
  });
}
