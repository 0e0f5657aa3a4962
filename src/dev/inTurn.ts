/** Changes that come at any time → rounds of work, one at a time; what comes in during a round makes the next one. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** `changed`: paths from the course's root; null: everything. Resolves when no more work waits. */
export type Rebuild = (changed: readonly string[] | null) => Promise<void>;

/** How long a lecture may be empty or missing while its editor is still saving it, in milliseconds. */
const SAVING = 60;

/** `work` must not reject. It is given all paths that came in since it last began, sorted. */
export function inTurn(root: string, work: (changed: readonly string[] | null) => Promise<void>): Rebuild {
  const waiting = new Set<string>();
  const state = { everything: false, running: null as Promise<void> | null };
  const run = async (): Promise<void> => {
    while (waiting.size > 0 || state.everything) {
      if (await isAnyUnfinished(root, waiting)) await setTimeout(SAVING);
      const changed = state.everything ? null : [...waiting].sort();
      waiting.clear();
      state.everything = false;
      await work(changed);
    }
    state.running = null;
  };
  return (changed) => {
    if (changed === null) state.everything = true;
    for (const path of changed ?? []) waiting.add(path);
    state.running ??= run();
    return state.running;
  };
}

async function isAnyUnfinished(root: string, paths: Iterable<string>): Promise<boolean> {
  const sizes = [...paths].filter((path) => path.endsWith('.md')).map((path) => sizeOf(join(root, path)));
  return (await Promise.all(sizes)).includes(0);
}

/** In bytes; 0 where there is no file. */
async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    return 0;
  }
}
