/** A course → the builder that `dev` calls after each change: what can be shown at once, and whole rounds behind it. */
import { existsSync } from 'node:fs';
import { describeForDev } from './announce.ts';
import type { Builder } from './dev/builder.ts';
import type { CourseOptions } from './pipeline.ts';
import { makeRounds, type Report, type Rounds } from './rounds.ts';
import { ROUNDS_WORKER, startRounds } from './startRounds.ts';
import { workAhead } from './workAhead.ts';

/** Rounds over fewer lectures than this are done before a thread has started, and hold nobody up for long. */
const WORTH_A_THREAD = 16;

/** `colour`: whether the terminal has it. `report` says what is wrong; null: as for the terminal and for pages. */
export function createBuilder(root: string, options: CourseOptions, colour: boolean, report: Report | null = null): Builder {
  const ahead = workAhead(root, options);
  const state = { rounds: null as Rounds | null };
  const start = (): Rounds => {
    // tests run the sources themselves, where there is no compiled thread
    if (report !== null || ahead.size() < WORTH_A_THREAD || !existsSync(ROUNDS_WORKER))
      return makeRounds(root, options, report ?? describeForDev(colour));
    const { argument, out, build, client } = options;
    return startRounds({ root, options: { argument, out, build, client }, colour });
  };
  return {
    root,
    ahead,
    rebuild: async (changed) => {
      const isFirst = state.rounds === null;
      state.rounds ??= start();
      const { known, ...rebuilt } = await state.rounds.rebuild(changed);
      ahead.learn(known, changed);
      if (isFirst) ahead.warmUp().catch(() => {});
      return rebuilt;
    },
    close: async () => state.rounds?.close(),
  };
}
