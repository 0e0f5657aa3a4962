/** A built site → its manifest's lectures with all that is published of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest, ManifestLecture, ManifestSlide } from '../../src/model/manifest.ts';

export function readLectures(site: string): readonly ManifestLecture[] {
  const { lectures } = JSON.parse(readFileSync(join(site, 'lectern.json'), 'utf8')) as Manifest;
  return lectures.filter((lecture) => 'sections' in lecture);
}

export function slidesOf(lecture: ManifestLecture): readonly ManifestSlide[] {
  return lecture.sections.flatMap(({ slides }) => slides);
}

/** Every stop of a deck in order: `7`, then `7.1` for its first step. */
export function stopsOf(lecture: ManifestLecture): readonly string[] {
  return slidesOf(lecture).flatMap(({ number, steps }) =>
    Array.from({ length: steps }, (_, step) => (step === 0 ? String(number) : `${number}.${step}`)),
  );
}
