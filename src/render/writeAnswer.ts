/** The answer of a question → a step of the deck; in the reading view, what opens on demand, without a script too. */
import type { Answer } from '../model/blocks.ts';
import { type Choice, choicesIn } from '../model/question.ts';
import { fill } from '../model/wire.ts';
import { escapeHtml } from './escape.ts';
import { writeAttributes } from './writeAttributes.ts';
import { ownLang, sayIn } from './ownLang.ts';
import { type Asked, word, type WriteBlocks, type Writing } from './writing.ts';

export function writeAnswer(answer: Answer, writing: Writing, write: WriteBlocks): string {
  const { attributes, children } = answer;
  const { asked } = writing;
  const solution = asked?.answer === answer && asked.choices !== null ? choicesIn(asked.choices) : [];
  if (writing.view === 'deck') {
    const parts = [writeSolved(solution, writing), write(children, writing)];
    return `<div${writeAttributes(attributes, writing)}>\n${joined(parts)}\n</div>`;
  }
  const classes = attributes.classes.filter((name) => name !== 'fragment');
  const own = writeAttributes(attributes, writing, { classes: [...classes, 'lectern-answer'] });
  const parts = [
    writeReasons(solution, writing, write),
    write(children, writing),
    asked === undefined ? '' : writeOwnVerdict(answer, asked, writing),
  ];
  return `<details${own}><summary${ownLang(writing.strings)}>${escapeHtml(word(writing, 'answer'))}</summary>\n${joined(parts)}\n</details>`;
}

/** On the deck the rows show it, and a screen reader hears what appears. */
function writeSolved(solution: readonly Choice[], writing: Writing): string {
  const words = solution.filter(({ right }) => right).map((choice) => verdictOf(choice, true, writing));
  return words.length === 0 ? '' : `<p class="hide">${words.join(' ')}</p>`;
}

/** Of each choice that is right, or that has a reason, what it is and why. */
function writeReasons(solution: readonly Choice[], writing: Writing, write: WriteBlocks): string {
  const judged = solution.some(({ right }) => right);
  const items = solution.flatMap((choice, at) => {
    if (!choice.right && choice.reason.length === 0) return [];
    const reason =
      choice.reason.length === 0
        ? ''
        : `\n<div class="lectern-reason" data-lectern-of="${at}">${write(choice.reason, writing)}</div>`;
    return [`<li><p>${verdictOf(choice, judged, writing)}</p>${reason}</li>`];
  });
  return items.length === 0 ? '' : `<ul class="lectern-reasons">\n${items.join('\n')}\n</ul>`;
}

/** Where none is right, none is wrong. */
function verdictOf({ letter, right }: Choice, judged: boolean, writing: Writing): string {
  if (!judged) return `<b>${letter}</b>`;
  return sayIn(writing.strings, fill(word(writing, right ? 'choice-right' : 'choice-wrong'), { letter }));
}

/** Where there is nothing to choose, readers say themselves how it went, to be asked again. */
function writeOwnVerdict(answer: Answer, asked: Asked, writing: Writing): string {
  if (writing.view !== 'read' || asked.choices !== null || asked.answer !== answer) return '';
  const box = (right: string, name: 'knew-yes' | 'knew-no'): string =>
    `<label><input type="radio" class="lectern-box" name="${asked.name}"${right} autocomplete="off" hidden><span>${escapeHtml(word(writing, name))}</span></label>`;
  const label = escapeHtml(word(writing, 'knew-it'));
  return `<div class="lectern-own" role="group" aria-label="${label}" hidden><span>${label}</span>${box(' data-lectern-right', 'knew-yes')}${box('', 'knew-no')}</div>`;
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}
