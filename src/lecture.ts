/** One lecture's whole work, from its text to its pages and its outline: what a worker runs. */
import { citeLecture } from './cite/citeLecture.ts';
import { checkLecture } from './check/checkLecture.ts';
import { findSilences } from './check/findSilences.ts';
import { fileNamesIn } from './model/assetFile.ts';
import type { BuildOptions, ClientFiles } from './model/client.ts';
import type { Diagnostic, Result } from './model/diagnostic.ts';
import type { Files } from './model/files.ts';
import { type Lecture, slidesOf } from './model/lecture.ts';
import type { Excerpt } from './model/excerpt.ts';
import { makeOutline } from './model/makeOutline.ts';
import type { Outline } from './model/outline.ts';
import type { Page } from './model/page.ts';
import type { Silence } from './model/silence.ts';
import { lineStarts, positionAt } from './model/source.ts';
import { withoutPrivateNotes } from './model/publish.ts';
import { findSecrets } from './model/secrets.ts';
import type { LectureInput, Syllabus } from './model/syllabus.ts';
import { type Resolved, usesOf, withoutAssets } from './model/target.ts';
import { parseLecture } from './parse/parseLecture.ts';
import { readBibliography } from './read/bibliography/readBibliography.ts';
import { readText } from './read/readText.ts';
import { renderLecture } from './render/renderLecture.ts';
import { renderQuestions } from './render/renderQuestions.ts';
import { resolveLecture } from './resolve/resolveLecture.ts';
import { typesetFormulas } from './resolve/typesetFormulas.ts';
import { makeSearchable } from './search/makeSearchable.ts';

/** What is the same for all lectures of a build. */
export interface Surroundings {
  /** Absolute. */
  readonly root: string;
  /** Where lectures stand, from the root: `slides`, or `''`. */
  readonly folder: string;
  readonly syllabus: Syllabus;
  readonly options: BuildOptions;
  readonly files: Files;
  readonly client: ClientFiles;
  /** Takes a finished page; null where only the checks are wanted. */
  readonly deliver: ((page: Page) => void) | null;
}

export interface LectureWork {
  readonly outline: Outline;
  /** For the page of the whole course; null where there is none, and where no pages are wanted. */
  readonly excerpt: Excerpt | null;
  /** How long it takes, as the author says or as its notes take to speak; null where nothing tells. */
  readonly minutes: number | null;
  /** Something that it refers to is not there; it may be, when other files change. */
  readonly incomplete: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** Everything that it refers to, private notes included, but for places in lectures and what is written as it is. */
  readonly uses: readonly Resolved[];
  /** Names of images, films and sounds in its text that are no references: in comments, in code. */
  readonly mentions: readonly string[];
  /** Its comments that silence what is found, by any stage. */
  readonly silences: readonly Silence[];
}

/** Spoken words a minute, at a pace that a class can follow. */
const PACE = 130;

/**
 * Parses, resolves and checks one lecture, and delivers its pages, if it is published and they are wanted. `known`: its text, for
 * who has read it; null: as it is on disk.
 */
export function workOnLecture(input: LectureInput, around: Surroundings, known: string | null = null): LectureWork {
  const { entry, settings, block, late = [] } = input;
  const { syllabus, options, files, client, folder } = around;
  const text = known ?? readText(around.root, entry.source).value?.text ?? '';
  const source = { path: entry.source, text };
  const parsed = parseLecture(source, { address: entry.address, settings, frontMatter: block, late });
  const { lecture, sources, diagnostics } = cite(parsed, files);
  const published = options.privateNotes ? { ...lecture, comments: [] } : withoutPrivateNotes(lecture);
  // while a course is written, its lecturer sees private notes in the speaker view, and what readers will see elsewhere
  const read = options.dev ? withoutPrivateNotes(published) : published;
  const secrets = findSecrets(lecture, entry.absence, options.privateNotes);
  const allTargets = resolveLecture(lecture, syllabus, folder, files);
  const targets = secrets.length === 0 ? allTargets : resolveLecture(published, syllabus, folder, files);
  const formulas = typesetFormulas(lecture);
  const found = checkLecture({ lecture, targets: allTargets, formulas, source, settings, syllabus });
  const marked = options.marked === true;
  // only the manifest tells what slides have on them by a hash
  const hashOf = around.deliver === null || marked ? () => '' : files.hash;
  const outline = makeOutline({ lecture: published, source, targets, secrets, hashOf });
  const minutes = settings.duration ?? spokenMinutes(published, outline.spokenWords);
  const bytesOf = (file: string): Uint8Array | null => (files.size(file) === null ? null : files.bytes(file));
  const starts = lineStarts(source.text);
  const lineOf = (offset: number): number => positionAt(starts, offset).line;
  const { changed, redirects } = input;
  const context = { syllabus, outline, targets, formulas, client, options, changed, redirects, minutes, lineOf, bytesOf };
  const wanted = around.deliver !== null && entry.absence === null;
  const rendered = wanted ? renderLecture(published, context, read) : { pages: [], excerpt: null };
  const search = wanted && !marked ? makeSearchable(read) : null;
  for (const page of [...rendered.pages, ...(search?.files ?? [])]) around.deliver?.(page);
  return {
    outline: {
      ...outline,
      searchable: search?.searchable ?? null,
      questions: wanted ? renderQuestions(read, context) : outline.questions,
    },
    excerpt: rendered.excerpt,
    minutes,
    incomplete: [...allTargets.values()].some(({ to }) => to === 'nowhere'),
    diagnostics: [...input.diagnostics, ...diagnostics, ...found],
    uses: [...usesOf(allTargets), ...sources],
    mentions: fileNamesIn(withoutAssets(source, allTargets)),
    silences: findSilences(lecture, source, block),
  };
}

/** With its citations formatted; `sources` are the files that they were formatted with. */
function cite({ value, diagnostics }: Result<Lecture>, files: Files): Cited {
  const { citations, lang } = value.settings;
  if (citations === undefined) return { lecture: value, sources: [], diagnostics };
  const { value: read, diagnostics: unread } = readBibliography(citations, lang, files);
  const cited = citeLecture(value, citations, read.bibliography);
  return { lecture: cited.value, sources: read.uses, diagnostics: [...diagnostics, ...unread, ...cited.diagnostics] };
}

interface Cited {
  readonly lecture: Lecture;
  readonly sources: readonly Resolved[];
  readonly diagnostics: readonly Diagnostic[];
}

/** How long the notes take to speak; null where most slides have none, since then they do not tell. */
function spokenMinutes(lecture: Lecture, words: number): number | null {
  const slides = slidesOf(lecture).filter(({ kind }) => kind === 'slide');
  const noted = slides.filter(({ notes }) => notes.length > 0);
  return words === 0 || noted.length < slides.length / 2 ? null : Math.max(1, Math.round(words / PACE));
}
