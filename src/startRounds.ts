/** Rounds of work on a large course in a thread of their own, so that whoever asks for pages meanwhile has an answer. */
import { Worker } from 'node:worker_threads';
import type { RoundAnswer, RoundOrder, RoundsData } from './roundsWorker.ts';
import type { Rounds } from './rounds.ts';

/** The compiled thread. */
export const ROUNDS_WORKER = new URL('./roundsWorker.js', import.meta.url);

/** Where the thread ends by itself, the round that is being done fails, and the next one starts another. */
export function startRounds(data: RoundsData): Rounds {
  const state = { thread: null as Worker | null, pages: new Map<string, string>() };
  const start = (): Worker => {
    const thread = new Worker(ROUNDS_WORKER, { workerData: data });
    thread.once('exit', () => {
      state.thread = null;
    });
    return thread;
  };
  const rebuild: Rounds['rebuild'] = async (changed) => {
    const isNew = state.thread === null;
    state.thread ??= start();
    const answer = await ask(state.thread, { changed: isNew ? null : changed });
    if (answer.kind === 'failure') throw answer.error;
    const pages = isNew ? new Map<string, string>() : new Map(state.pages);
    for (const [path, content] of answer.delta) {
      if (content === null) pages.delete(path);
      else pages.set(path, content);
    }
    state.pages = pages;
    return { ...answer.round, pages };
  };
  return { rebuild, close: async () => void (await state.thread?.terminate()) };
}

function ask(thread: Worker, order: RoundOrder): Promise<RoundAnswer> {
  return new Promise((resolve, reject) => {
    const onEnd = (error: unknown): void =>
      settle(() => reject(error instanceof Error ? error : new Error('The thread that builds the course ended.')));
    const onMessage = (answer: RoundAnswer): void => settle(() => resolve(answer));
    const settle = (act: () => void): void => {
      thread.off('message', onMessage).off('error', onEnd).off('exit', onEnd);
      act();
    };
    thread.on('message', onMessage).on('error', onEnd).on('exit', onEnd);
    thread.postMessage(order);
  });
}
