/** What a stage asks of the disk → the same answers, and a record of them, which tells later whether they still hold. */
import { hash } from 'node:crypto';
import type { Files } from '../model/files.ts';

/** A question and its answer; lists and bytes by their hash. */
export type Asked = readonly [
  question: 'size' | 'names' | 'hash' | 'leadsOut',
  path: string,
  answer: number | string | boolean | null,
];

export interface RecordedFiles {
  readonly files: Files;
  /** Everything that was asked so far, each thing once. */
  readonly asked: () => readonly Asked[];
}

/** The folder of this program, which is no part of a course and comes and goes. */
const OURS = '.lectern/';

/** Passes every question on to `files`. */
export function recordFiles(files: Files): RecordedFiles {
  const record = new Map<string, Asked>();
  const note = (question: Asked[0], path: string): void => {
    const key = `${question} ${path}`;
    if (!record.has(key)) record.set(key, [question, path, answerOf(question, path, files)]);
  };
  const noting =
    <Answer>(question: Asked[0], ask: (path: string) => Answer) =>
    (path: string): Answer => {
      note(question, path);
      return ask(path);
    };
  return {
    files: {
      size: noting('size', files.size),
      names: noting('names', files.names),
      bytes: noting('hash', files.bytes),
      hash: noting('hash', files.hash),
      leadsOut: noting('leadsOut', files.leadsOut),
    },
    asked: () => [...record.values()],
  };
}

/** Whether the disk would answer the same today. */
export function stillHolds(asked: readonly Asked[], files: Files): boolean {
  return asked.every(([question, path, answer]) => answerOf(question, path, files) === answer);
}

/** A file that is not there has no hash. */
function answerOf(question: Asked[0], path: string, files: Files): Asked[2] {
  switch (question) {
    case 'size':
      return files.size(path);
    case 'names':
      return hash(
        'sha256',
        files
          .names(path)
          .filter((name) => name !== OURS)
          .join('\n'),
      );
    case 'hash':
      return files.size(path) === null ? null : files.hash(path);
    case 'leadsOut':
      return files.leadsOut(path);
  }
}
