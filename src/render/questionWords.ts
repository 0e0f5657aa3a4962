/** The words that the script of questions says → attributes of the page's `<main>`. */
import type { Strings } from '../model/strings.ts';
import { writeAttribute } from './writeAttributes.ts';
import { writeWords } from './writeReadFurniture.ts';

/** `script`: its address from the page, where the page's own script loads it as it is needed; null where it is loaded anyway. */
export function questionWords(strings: Strings, script: string | null): string {
  const names = ['right', 'wrong', 'verdict-right', 'verdict-some', 'verdict-wrong', 'choose-first'] as const;
  return writeWords(names, strings) + writeAttribute('data-lectern-questions', script);
}

/** Whether a page has questions that its script minds. */
export function asksQuestions(body: string): boolean {
  return body.includes(' data-lectern-question="');
}
