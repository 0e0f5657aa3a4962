/** Spreads jobs over worker threads: each worker asks for the next batch as soon as it is done with one. */
import { Worker } from 'node:worker_threads';

/** What a worker is told: who it is to be, then batch after batch; an empty batch ends it. */
export interface Batch<Job> {
  /** The place of the first job among all. */
  readonly from: number;
  readonly jobs: readonly Job[];
}

export interface BatchResult<Done> {
  readonly from: number;
  readonly results: readonly Done[];
}

/**
 * Runs `jobs` in `count` workers of the module at `worker`, which gets `data` and answers each `Batch` with a
 * `BatchResult`; the results come in the order of the jobs. Rejects with the first error that a worker throws.
 */
export async function spread<Job, Done>(
  jobs: readonly Job[],
  worker: URL,
  data: unknown,
  count: number,
  onDone: (results: number) => void,
): Promise<readonly Done[]> {
  const results: Done[] = [];
  const size = Math.max(1, Math.min(8, Math.ceil(jobs.length / (count * 4))));
  let next = 0;
  const takeBatch = (): Batch<Job> => {
    const from = next;
    next = Math.min(jobs.length, next + size);
    return { from, jobs: jobs.slice(from, next) };
  };
  const run = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const thread = new Worker(worker, { workerData: data });
      const fail = (error: Error): void => {
        next = jobs.length;
        void thread.terminate();
        reject(error);
      };
      thread.on('error', fail);
      thread.on('exit', () => resolve());
      thread.on('message', (batch: BatchResult<Done>) => {
        for (const [at, result] of batch.results.entries()) results[batch.from + at] = result;
        onDone(batch.results.length);
        thread.postMessage(takeBatch());
      });
      thread.postMessage(takeBatch());
    });
  await Promise.all(Array.from({ length: count }, run));
  return results;
}
