/** All lectures of a course → their work: what is remembered is taken, the rest done here or spread over workers. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createLectureWorker, type LectureAnswer, type WorkerData } from './lectureWorker.ts';
import type { LectureInput } from './model/syllabus.ts';
import type { CourseOptions, Memory } from './pipeline.ts';
import { spread } from './spread.ts';

export interface LectureDone {
  readonly lecture: LectureInput;
  readonly answer: LectureAnswer;
  /** It was worked on in this round. */
  readonly fresh: boolean;
}

/** Fewer lectures than this are done before a worker has started. */
const WORTH_WORKERS = 16;
const MOST_WORKERS = 8;

/** The work of every lecture that is Markdown, in their order. */
export async function workOnLectures(
  lectures: readonly LectureInput[],
  data: WorkerData,
  memory: Memory | null,
  onProgress: CourseOptions['onProgress'],
): Promise<readonly LectureDone[]> {
  const markdown = lectures.filter(({ entry }) => entry.kind !== 'file');
  const remembered = new Map(markdown.map((lecture) => [lecture, memory?.get(lecture) ?? null]));
  const fresh = markdown.filter((lecture) => remembered.get(lecture) === null);
  const answers = await work(fresh, data, onProgress);
  const done = new Map(fresh.map((lecture, at) => [lecture, answers[at]]));
  return markdown.flatMap((lecture): LectureDone[] => {
    const now = done.get(lecture);
    if (now !== undefined) memory?.put(lecture, now);
    const answer = now ?? remembered.get(lecture) ?? null;
    return answer === null ? [] : [{ lecture, answer, fresh: now !== undefined }];
  });
}

async function work(
  lectures: readonly LectureInput[],
  data: WorkerData,
  onProgress: CourseOptions['onProgress'],
): Promise<readonly LectureAnswer[]> {
  // tests run the sources themselves, where there is no compiled worker
  const worker = new URL('./lectureThread.js', import.meta.url);
  const progress = { done: 0 };
  const onDone = (count: number): void => {
    progress.done += count;
    onProgress(progress.done, lectures.length);
  };
  if (lectures.length >= WORTH_WORKERS && existsSync(worker)) {
    return spread(lectures, worker, data, Math.min(availableParallelism(), MOST_WORKERS), onDone);
  }
  const run = createLectureWorker(data);
  const answers: LectureAnswer[] = [];
  for (const lecture of lectures) {
    answers.push(run(lecture));
    onDone(1);
    // whoever asks the development server for a page meanwhile has it before the next lecture
    await nextTurn();
  }
  return answers;
}
