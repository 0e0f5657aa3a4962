/** What a reader answered, kept lecture by lecture: the numbers (0-based) of what was chosen, under the hash of the question. */
import { furniture } from '../config.ts';
import { keep, kept } from '../kept.ts';

type Answers = Readonly<Record<string, readonly number[]>>;

/** Null where the question was not answered since it is what it is. */
export function answerOf(question: HTMLElement): readonly number[] | null {
  const [lecture, hash] = namesOf(question);
  return answersOf(lecture)[hash] ?? null;
}

/** Answers to questions that the page no longer has are forgotten. */
export function keepAnswer(question: HTMLElement, chosen: readonly number[]): void {
  const [lecture, hash] = namesOf(question);
  const there = Object.entries(answersOf(lecture)).filter(([one]) => questionsOn(`${lecture} ${one}`) !== null);
  keep(nameOf(lecture), JSON.stringify({ ...Object.fromEntries(there), [hash]: chosen }));
}

/** Minds the button that forgets all answers of the questions on the page. */
export function forget(): void {
  const button = furniture('forget');
  if (button === null) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    for (const question of document.querySelectorAll<HTMLElement>('[data-lectern-question]'))
      keep(nameOf(namesOf(question)[0]), null);
    location.reload();
  });
}

function namesOf({ dataset }: HTMLElement): readonly [string, string] {
  const [lecture = '', hash = ''] = dataset.lecternQuestion?.split(' ') ?? [];
  return [lecture, hash];
}

function questionsOn(name: string): Element | null {
  return document.querySelector(`[data-lectern-question="${CSS.escape(name)}"]`);
}

function nameOf(lecture: string): string {
  return `answers:${lecture}`;
}

function answersOf(lecture: string): Answers {
  try {
    return (JSON.parse(kept(nameOf(lecture)) ?? '{}') as Answers | null) ?? {};
  } catch {
    return {};
  }
}
