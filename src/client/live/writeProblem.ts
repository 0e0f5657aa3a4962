/** A mistake of the author's → the sheet that shows it: the sentence, where it is, its lines, and what to do. */
import { type DevWords, fill, type Problem, type SourceLine } from '../../model/wire.ts';
import { button, drawn, made } from './elements.ts';

export interface Sheet {
  readonly problem: Problem;
  /** 0-based, among `total`. */
  readonly at: number;
  readonly total: number;
  /** Pages stay as they were as long as it is there. */
  readonly held: boolean;
}

export interface SheetActions {
  readonly turn: (by: 1 | -1) => void;
  readonly edit: () => void;
  readonly hide: () => void;
}

/** What a mistake says is in English, whatever the page's language is. */
const AUTHORS = { lang: 'en' } as const;

export function writeProblem({ problem, at, total, held }: Sheet, words: DevWords, does: SheetActions): HTMLElement {
  const { severity, message, hint, source, related, rule } = problem;
  const turns =
    total < 2 ? [] : [bare(words.previous, 'previous', () => does.turn(-1)), bare(words.next, 'next', () => does.turn(1))];
  return made(
    'section',
    {
      class: `mistake ${severity}`,
      role: severity === 'error' ? 'alertdialog' : 'region',
      'aria-labelledby': 'message',
      'aria-describedby': hint === null ? null : 'hint',
    },
    made(
      'div',
      { class: 'head' },
      made('span', { class: 'kind' }, drawn('mistake'), words[severity]),
      ...(total < 2 ? [] : [made('span', { class: 'count' }, fill(words.count, { n: at + 1, total }))]),
      made('span', { class: 'rule', ...AUTHORS }, rule),
      made('span', { class: 'turn' }, ...turns, bare(words.hide, 'close', does.hide)),
    ),
    made('h2', { id: 'message', ...AUTHORS }, message),
    ...(problem.place === null ? [] : [made('p', { class: 'where' }, nameOf(problem))]),
    ...(source.length === 0
      ? []
      : [made('pre', { tabindex: '0', role: 'group', 'aria-label': nameOf(problem) }, ...source.map(writeLine))]),
    ...(hint === null ? [] : [made('p', { class: 'hint', id: 'hint', ...AUTHORS }, drawn('hint'), made('span', {}, hint))]),
    ...(related.length === 0
      ? []
      : [made('ul', AUTHORS, ...related.map((one) => made('li', {}, `${one.message} ${placeOf(one.place)}`)))]),
    made(
      'div',
      { class: 'foot' },
      ...(problem.place === null
        ? []
        : [button('btn main', words.edit, does.edit, drawn('out'), words.edit, made('kbd', {}, 'E'))]),
      button('btn', words.hide, does.hide, words.hide, made('kbd', {}, 'Esc')),
      made('small', {}, held ? words.held : ''),
      made('small', { class: 'says', role: 'status' }),
    ),
  );
}

/** `slides/01-roles.md:4:17`. */
export function nameOf({ place }: Problem): string {
  return place === null ? '' : placeOf(place);
}

function placeOf({ path, line, column }: NonNullable<Problem['place']>): string {
  return [path, line, column].filter((part) => part !== null).join(':');
}

function bare(label: string, icon: 'previous' | 'next' | 'close', does: () => void): HTMLButtonElement {
  const element = button('btn bare', label, does);
  element.append(drawn(icon));
  return element;
}

function writeLine({ number, before, marked, after }: SourceLine): HTMLElement {
  const text = marked === null ? [before + after] : [before, made('mark', {}, marked), after];
  return made('span', { class: marked === null ? null : 'at' }, made('i', {}, String(number)), ...text, '\n');
}
