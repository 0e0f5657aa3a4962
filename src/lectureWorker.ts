/** Works on one lecture after another: writes their pages, and answers with what it learnt. */
import { readClient } from './emit/copyClient.ts';
import { writeStaged } from './emit/writeStaged.ts';
import { type LectureWork, workOnLecture } from './lecture.ts';
import type { BuildOptions } from './model/client.ts';
import type { Page } from './model/page.ts';
import type { LectureInput, Syllabus } from './model/syllabus.ts';
import { openFiles } from './read/openFiles.ts';
import { type Asked, recordFiles } from './read/recordFiles.ts';

export interface WorkerData {
  readonly root: string;
  readonly folder: string;
  readonly syllabus: Syllabus;
  readonly options: BuildOptions;
  /** Absolute path of the built client. */
  readonly client: string;
  /** Where pages go: into a folder (absolute), back with the answer, or nowhere, because only the checks are wanted. */
  readonly pages: { readonly to: 'folder'; readonly staging: string } | { readonly to: 'answer' } | { readonly to: 'nowhere' };
}

export interface LectureAnswer {
  readonly work: LectureWork;
  /** The pages that it made; where they went into a folder, with no content. */
  readonly pages: readonly Page[];
  /** What it asked of the disk, and was answered; empty where pages are made. */
  readonly asked: readonly Asked[];
}

/** The function that works on one lecture after another, in this thread. */
export function createLectureWorker({
  root,
  folder,
  syllabus,
  options,
  client,
  pages: wanted,
}: WorkerData): (input: LectureInput) => LectureAnswer {
  const around = { root, folder, syllabus, options, files: openFiles(root), client: readClient(client) };
  return (input) => {
    const pages: Page[] = [];
    const deliver = (page: Page): void => {
      if (wanted.to === 'folder') writeStaged(wanted.staging, page);
      pages.push(wanted.to === 'folder' ? { path: page.path, content: '' } : page);
    };
    if (wanted.to !== 'nowhere') return { work: workOnLecture(input, { ...around, deliver }), pages, asked: [] };
    const { files, asked } = recordFiles(around.files);
    return { work: workOnLecture(input, { ...around, files, deliver: null }), pages, asked: asked() };
  };
}
