/** The thread that does rounds of work on a large course: takes what changed, and answers with the pages that did. */
import { parentPort, workerData } from 'node:worker_threads';
import { describeForDev } from './announce.ts';
import type { CourseOptions } from './pipeline.ts';
import { makeRounds, type Round } from './rounds.ts';

export interface RoundsData {
  /** Absolute. */
  readonly root: string;
  /** A function does not go into a thread. */
  readonly options: Omit<CourseOptions, 'onProgress' | 'inspections'>;
  /** Whether the terminal has colours, which a thread does not see. */
  readonly colour: boolean;
}

export interface RoundOrder {
  readonly changed: readonly string[] | null;
}

/** `delta`: the pages that changed since the round before; null for one that is gone. */
export type RoundAnswer =
  | { readonly kind: 'round'; readonly round: Omit<Round, 'pages'>; readonly delta: ReadonlyMap<string, string | null> }
  | { readonly kind: 'failure'; readonly error: unknown };

if (parentPort !== null) {
  const port = parentPort;
  const { root, options, colour } = workerData as RoundsData;
  const rounds = makeRounds(root, { ...options, onProgress: () => {} }, describeForDev(colour));
  const known = { syllabus: '' };
  const answer = async (changed: readonly string[] | null): Promise<RoundAnswer> => {
    try {
      const { pages, ...round } = await rounds.rebuild(changed);
      const delta = new Map(round.changed.map((path) => [path, pages.get(path) ?? null]));
      return { kind: 'round', round: { ...round, known: isNews(round.known, changed, known) ? round.known : null }, delta };
    } catch (error) {
      return { kind: 'failure', error };
    }
  };
  port.on('message', async ({ changed }: RoundOrder) => port.postMessage(await answer(changed)));
}

/** Texts below their keys change nothing that others know; what they know is much, and takes long to be sent. */
function isNews(round: Round['known'], changed: readonly string[] | null, known: { syllabus: string }): boolean {
  const before = known.syllabus;
  const inputs = round?.lectures.map(({ settings, block, late, redirects, diagnostics }) => {
    return [settings, [...settings.spans], [...(settings.extensions ?? [])], block, late, redirects, diagnostics];
  });
  known.syllabus = JSON.stringify([round?.folder, round?.syllabus, inputs]);
  return changed === null || before !== known.syllabus;
}
