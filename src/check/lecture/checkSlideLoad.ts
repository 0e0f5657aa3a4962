/** Slides → those with more on them than an audience can take in while someone speaks. */
import type { Block } from '../../model/blocks.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { type Slide, slidesOf, titleOf } from '../../model/lecture.ts';
import { isLeftOut } from '../../model/readership.ts';
import { inlinesOf, plainText } from '../../model/walk.ts';
import { MOST_ITEMS, MOST_LEVELS, MOST_WORDS } from '../../model/slideLoad.ts';
import { firstLine, type LectureRule } from '../lectureCheck.ts';

/** What stands on a slide; code, tables, notes and what is for readers only do not count. */
interface Load {
  words: number;
  items: number;
  /** Of lists in lists. */
  levels: number;
}

const LISTS_SOURCES =
  /^(?:references?|bibliography|sources|(?:image )?credits|further reading|links|literatur\p{L}*|quellen\p{L}*|referenties|bronnen|literatuur\p{L}*|bibliographie|références|referencias|bibliografía|agenda|outline|contents|inhalt|inhoud)\b/iu;

/** Rules: `many-words`, `many-items` and `many-levels`. Slides that list references are not for reading along. */
export const checkSlideLoad: LectureRule = ({ lecture, source }) => {
  if (lecture.settings.kind !== 'lecture') return [];
  return slidesOf(lecture).flatMap((slide): readonly Diagnostic[] => {
    const found = isExempt(slide) ? [] : excessOf(loadOf(slide.body));
    const span = firstLine(slide.heading?.span ?? slide.span, source);
    return found.map(([rule, what, hint]) => diagnose(rule, span, `Slide ${slide.number} has ${what}.`, hint));
  });
};

function isExempt(slide: Slide): boolean {
  return slide.attributes.classes.includes('scrollable') || LISTS_SOURCES.test(plainText(titleOf(slide)).trim());
}

type Excess = readonly ['many-words' | 'many-items' | 'many-levels', string, string];

function excessOf({ words, items, levels }: Load): readonly Excess[] {
  const found: Excess[] = [];
  if (words > MOST_WORDS)
    found.push([
      'many-words',
      `${words} words`,
      'Say some of it in the notes, or make two slides of it: who reads does not listen.',
    ]);
  if (items > MOST_ITEMS)
    found.push(['many-items', `${items} items in lists`, 'Keep those that matter, or make two slides of it.']);
  if (levels > MOST_LEVELS)
    found.push(['many-levels', `lists ${levels} levels deep`, 'Make a slide of what is so deep, or a picture.']);
  return found;
}

function loadOf(blocks: readonly Block[]): Load {
  const load: Load = { words: 0, items: 0, levels: 0 };
  addBlocks(blocks, 0, load);
  return load;
}

function addBlocks(blocks: readonly Block[], level: number, load: Load): void {
  for (const block of blocks) addBlock(block, level, load);
}

function addBlock(block: Block, level: number, load: Load): void {
  if (isLeftOut(block, 'deck')) return;
  switch (block.kind) {
    case 'bullet-list':
    case 'ordered-list':
      load.items += block.items.length;
      load.levels = Math.max(load.levels, level + 1);
      for (const item of block.items) addBlocks(item.children, level + 1, load);
      return;
    case 'quote':
    case 'question':
    case 'answer':
    case 'division':
      if (!isReferences(block)) addBlocks(block.children, level, load);
      return;
    case 'definition-list':
      for (const { term, details } of block.items) {
        load.words += wordsIn(plainText(term));
        for (const blocksOfDetail of details) addBlocks(blocksOfDetail, level, load);
      }
      return;
    case 'paragraph':
    case 'heading':
    case 'line-block':
      load.words += wordsIn(plainText(inlinesOf(block)));
  }
}

/** Where pandoc puts the bibliography. */
function isReferences(block: Block): boolean {
  return block.kind === 'division' && block.attributes.id === 'refs';
}

const LETTER = /[\p{L}\p{N}]/u;

/** Runs without white space in which a letter or a digit stands. */
function wordsIn(text: string): number {
  return text.split(/\s+/).reduce((words, run) => (LETTER.test(run) ? words + 1 : words), 0);
}
