/** A course as texts → its pages, as the pipeline makes them. */
import { PLAIN_BUILD } from '../bench/plainBuild.mjs';
import { workOnCourse } from '../../src/pipeline.ts';
import type { BuildOptions } from '../../src/model/client.ts';
import { writeFolder } from './writeFolder.ts';

/** Plain names of the client’s files that pages ask for. */
const CLIENT_NAMES = [
  'deck.js',
  'stage.js',
  'draw.js',
  'deck.css',
  'reveal.css',
  'preview.css',
  'read.js',
  'question.js',
  'home.js',
  'search.js',
  'read.css',
  'all.css',
  'home.css',
  'scheme.js',
  'visit.js',
  'brygada-1918-latin-500-normal.woff2',
  'brygada-1918-latin-600-normal.woff2',
  'brygada-1918-latin-ext-600-normal.woff2',
  'atkinson-hyperlegible-next-latin-400-normal.woff2',
  'atkinson-hyperlegible-next-latin-ext-400-normal.woff2',
  'speaker.js',
  'speaker.css',
  'redirect.js',
  'live.js',
  'measure.js',
  'math.css',
];
/** What a deck carries in itself. */
const CARRIED = { 'first.js': 'first();', 'first.css': '.first{}' };

/** A folder that stands for the client's: files have their plain names. */
export function writeClient(): string {
  const names = [...CLIENT_NAMES, ...Object.keys(CARRIED)].map((name) => [name, name]);
  return writeFolder({ 'client.json': JSON.stringify(Object.fromEntries(names)), ...CARRIED });
}

/** A plain build on 2026-11-20. */
export const BUILD = PLAIN_BUILD;

/** Every page by its path. Files of the client have their plain names. */
export async function renderSite(
  files: Readonly<Record<string, string>>,
  options: Partial<BuildOptions> = {},
): Promise<ReadonlyMap<string, string>> {
  const client = writeClient();
  const build = { ...BUILD, ...options };
  const work = await workOnCourse(
    { argument: writeFolder(files), out: null, build, client, onProgress: () => {} },
    { to: 'answer' },
  );
  return new Map([...work.pages, ...work.lecturePages].map(({ path, content }) => [path, content]));
}

/** What stands between two pieces of a text, each on lines of its own; throws where either is missing. */
export function between(text: string, start: string, end: string): string {
  const from = text.indexOf(start);
  const to = text.indexOf(end, from + start.length);
  if (from < 0 || to < 0) throw new Error(`No “${start}” … “${end}” in it.`);
  return text.slice(from + start.length, to).trim();
}
