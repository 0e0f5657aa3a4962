/** Any part of a lecture's tree → a text that two parts share only where they are the same, wherever they stand; for hashes. */
import { hash } from 'node:crypto';
import { NO_ATTRIBUTES } from './attributes.ts';
import type { Block, Question } from './blocks.ts';

/** Without places in the source, and without notes. `visit` sees each object of the tree. */
export function treeText(tree: unknown, visit: (node: object) => void = () => {}): string {
  let content = '';
  const write = (value: unknown): void => {
    if (typeof value === 'string') content += `${value.length}:${value}`;
    else if (value === NO_ATTRIBUTES) content += NOTHING_WRITTEN;
    else if (typeof value !== 'object' || value === null) content += String(value);
    else if (Array.isArray(value)) {
      content += '[';
      for (const item of value) {
        if (isNotes(item)) continue;
        write(item);
        content += ',';
      }
      content += ']';
    } else {
      visit(value);
      content += '{';
      for (const key in value) {
        if (key === 'span' || key === 'idSpan') continue;
        content += `${key}:`;
        write(value[key as keyof typeof value]);
      }
      content += '}';
    }
  };
  write(tree);
  return content;
}

/** What `NO_ATTRIBUTES` comes to: nearly everything has it. */
const NOTHING_WRITTEN = '{id:nullclasses:[]pairs:[]}';

function isNotes(item: Partial<Block> | null): boolean {
  return item?.kind === 'notes';
}

/** 12 hex digits: what a reader answered belongs to the question as it was then. */
export function hashQuestion(question: Question): string {
  return hash('sha256', treeText(question)).slice(0, 12);
}
