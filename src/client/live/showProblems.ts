/** What is wrong with the course → the page that says so: errors on a sheet over it, warnings as a count that can be opened. */
import { type DevWords, fill, type LiveEvent, type Problem } from '../../model/wire.ts';
import { button, drawn, made } from './elements.ts';
import type { Notices } from './notices.ts';
import { nameOf, writeProblem } from './writeProblem.ts';

export interface Problems {
  readonly hear: (event: Pick<LiveEvent, 'problems' | 'more' | 'held'>) => void;
  /** Shows what is wrong, or hides it. */
  readonly toggle: () => void;
  /** Whether there was something to hide. */
  readonly hide: () => boolean;
  /** Opens the mistake that is shown, or the first, in the author's editor. */
  readonly edit: () => void;
}

/** `root`: where it is shown. `open` asks for a file in the editor; what it gives is said to the author, null is nothing. */
export function showProblems(
  { root, corner }: Pick<Notices, 'root' | 'corner'>,
  words: DevWords,
  open: (problem: Problem) => Promise<string | null>,
): Problems {
  const state = { problems: [] as readonly Problem[], more: 0, held: false, at: 0, open: false };
  const [sheet, loud] = [made('div', {}), made('p', { class: 'hide', role: 'alert' })];
  root.append(sheet, loud);
  const shown = (): Problem | undefined => state.problems[state.at];
  const edit = async (): Promise<void> => {
    const problem = shown();
    if (problem === undefined) return;
    const answer = await open(problem);
    const says = root.querySelector('.says');
    if (says !== null) says.textContent = answer ?? '';
  };
  const set = (change: Partial<typeof state>): void => {
    Object.assign(state, change);
    draw();
  };
  const does = {
    turn: (by: 1 | -1) => set({ at: (state.at + by + state.problems.length) % state.problems.length }),
    edit: () => void edit(),
    hide: () => set({ open: false }),
  };
  const draw = (): void => {
    const problem = shown();
    const total = state.problems.length + state.more;
    const visible = state.open && problem !== undefined;
    const focused = focusedIn(root);
    sheet.replaceChildren(
      ...(visible
        ? [made('div', { class: 'scrim' }), writeProblem({ problem, at: state.at, total, held: state.held }, words, does)]
        : []),
    );
    const count = visible || problem === undefined ? [] : [writeCount(state, words, () => set({ open: true }))];
    corner.querySelector('button')?.remove();
    corner.append(...count);
    focusAgain(root, focused);
  };
  return {
    hear: ({ problems, more, held }) => {
      if (problems === null) return set({ held });
      const before = shown();
      const news = errorsIn(problems).filter((one) => !state.problems.some((old) => isSame(old, one)));
      const same = problems.findIndex((one) => before !== undefined && isSame(one, before));
      const first = Math.max(
        0,
        problems.findIndex(({ severity }) => severity === 'error'),
      );
      const at = news[0] !== undefined ? problems.indexOf(news[0]) : same >= 0 ? same : first;
      const stays = state.open && (errorsIn(problems).length > 0 || same >= 0);
      set({ problems, more, held, at, open: news.length > 0 || stays });
      loud.textContent = news[0] === undefined ? '' : `${words.error}: ${news[0].message} ${nameOf(news[0])}`;
    },
    toggle: () => set({ open: !state.open }),
    hide: () => {
      const was = state.open && shown() !== undefined;
      if (was) set({ open: false });
      return was;
    },
    edit: () => void edit(),
  };
}

function writeCount(
  { problems, more }: { readonly problems: readonly Problem[]; readonly more: number },
  words: DevWords,
  does: () => void,
): HTMLElement {
  const errors = errorsIn(problems).length;
  const total = problems.length + more;
  const label = errors > 0 ? (errors === 1 ? words.errorsOne : words.errors) : total === 1 ? words.warningsOne : words.warnings;
  return button(
    errors > 0 ? 'chip error' : 'chip',
    label,
    does,
    drawn('mistake'),
    fill(label, { n: errors > 0 ? errors : total }),
    made('kbd', {}, 'M'),
  );
}

function errorsIn(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ severity }) => severity === 'error');
}

/** The same mistake, also where lines above it came or went. */
function isSame(one: Problem, other: Problem): boolean {
  return one.rule === other.rule && one.message === other.message && one.place?.path === other.place?.path;
}

/** The place among its buttons that has the focus; null where none has. */
function focusedIn(root: ShadowRoot): number | null {
  const { activeElement } = root;
  return activeElement === null ? null : [...root.querySelectorAll('button')].indexOf(activeElement as HTMLButtonElement);
}

function focusAgain(root: ShadowRoot, at: number | null): void {
  if (at === null) return;
  const buttons = [...root.querySelectorAll('button')];
  (buttons[at] ?? buttons.at(-1))?.focus();
}
