/** A question of the page → one that can be answered, as it was answered last. */
import { answerOf, keepAnswer } from './answers.ts';

/** One thing to choose. */
interface Choice {
  readonly input: HTMLInputElement;
  readonly row: Element;
  readonly right: boolean;
  /** Why it is right or wrong; it stands in the answer until it is needed. Null where nothing is said. */
  readonly reason: Element | null;
  readonly home: Element | null;
}

export function startQuestion(question: HTMLElement): void {
  const own = <Found extends Element>(selector: string): Found[] =>
    [...question.querySelectorAll<Found>(selector)].filter((one) => one.closest('[data-lectern-question]') === question);
  const choices = own<HTMLInputElement>('input.lectern-box').map((input, at): Choice => {
    const [reason = null] = own(`[data-lectern-of="${at}"]`);
    const right = 'lecternRight' in input.dataset;
    return {
      input,
      row: input.closest('.lectern-choices > li') ?? input.parentElement ?? input,
      right,
      reason,
      home: reason?.parentElement ?? null,
    };
  });
  const [button] = own<HTMLButtonElement>('.lectern-check');
  const [says] = own<HTMLElement>('.lectern-verdict');
  for (const hidden of [button, ...own<HTMLElement>('.lectern-own'), ...choices.map(({ input }) => input)])
    hidden?.removeAttribute('hidden');
  const before = answerOf(question);
  if (before !== null) {
    choices.forEach(({ input }, at) => {
      input.checked = before.includes(at);
    });
    judge(question, choices, says);
  }
  // a region speaks of what comes into it from now on
  says?.setAttribute('role', 'status');
  const answer = (): void => {
    if (!judge(question, choices, says)) return;
    keepAnswer(
      question,
      choices.flatMap(({ input }, at) => (input.checked ? [at] : [])),
    );
    const [details] = own<HTMLDetailsElement>('details');
    if (question.dataset.lecternWent === 'right' && details !== undefined) details.open = true;
  };
  if (button === undefined) for (const { input } of choices) input.addEventListener('change', answer);
  else button.addEventListener('click', answer);
}

/** Marks what was chosen, with its reason, and says how it went; false where nothing was chosen. */
function judge(question: HTMLElement, choices: readonly Choice[], says: HTMLElement | undefined): boolean {
  const words = document.querySelector('main')?.dataset ?? {};
  const chosen = choices.filter(({ input }) => input.checked);
  for (const { row, reason, home } of choices) {
    row.classList.remove('lectern-right', 'lectern-wrong');
    row.querySelector('.lectern-mark')?.remove();
    if (reason !== null) home?.append(reason);
  }
  if (chosen.length === 0) {
    says?.replaceChildren(words.lecternChooseFirst ?? '');
    return false;
  }
  const wrong = chosen.some(({ right }) => !right);
  const missing = choices.some(({ input, right }) => right && !input.checked);
  question.dataset.lecternWent = wrong || missing ? 'wrong' : 'right';
  if (says === undefined) return true;
  const heard = made('hide', chosen.map(({ home }) => home?.textContent ?? '').join(' '));
  says.dataset.lecternWent = question.dataset.lecternWent;
  says.replaceChildren(
    (wrong ? words.lecternVerdictWrong : missing ? words.lecternVerdictSome : words.lecternVerdictRight) ?? '',
    ' ',
    heard,
  );
  for (const { input, row, right, reason } of chosen) {
    row.classList.add(right ? 'lectern-right' : 'lectern-wrong');
    input.parentElement?.append(made('lectern-mark', (right ? words.lecternRight : words.lecternWrong) ?? ''));
    if (reason !== null) row.append(reason);
  }
  return true;
}

function made(classes: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = classes;
  element.textContent = text;
  return element;
}
