/** The thread that works on lectures: takes batches of them, and answers with what was learnt of each. */
import { parentPort, workerData } from 'node:worker_threads';
import { createLectureWorker, type LectureAnswer, type WorkerData } from './lectureWorker.ts';
import type { LectureInput } from './model/syllabus.ts';
import type { Batch, BatchResult } from './spread.ts';

if (parentPort !== null) {
  const port = parentPort;
  const run = createLectureWorker(workerData as WorkerData);
  port.on('message', (batch: Batch<LectureInput>) => {
    if (batch.jobs.length === 0) port.close();
    else port.postMessage({ from: batch.from, results: batch.jobs.map(run) } satisfies BatchResult<LectureAnswer>);
  });
}
