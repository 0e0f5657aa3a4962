/** What is known of every lecture before any is worked on: titles become plain text here, because only parsing knows how. */
import { checkLecture } from './check/checkLecture.ts';
import { findSilences } from './check/findSilences.ts';
import { fileNamesIn } from './model/assetFile.ts';
import { NO_ATTRIBUTES } from './model/attributes.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { Files } from './model/files.ts';
import { type Lecture, slidesOf } from './model/lecture.ts';
import type { Secret } from './model/outline.ts';
import { withoutPrivateNotes } from './model/publish.ts';
import { findSecrets } from './model/secrets.ts';
import type { LectureSettings } from './model/settings.ts';
import type { SourceFile } from './model/source.ts';
import type { Silence } from './model/silence.ts';
import type { LectureInput, Syllabus, SyllabusEntry } from './model/syllabus.ts';
import { type Resolved, type Targets, usesOf, withoutAssets } from './model/target.ts';
import type { Formulas } from './model/typeset.ts';
import { blockText, plainText } from './model/walk.ts';
import { parseLecture } from './parse/parseLecture.ts';
import { parseMarkdownText } from './parse/parseMarkdownText.ts';
import type { CourseInput } from './read/readCourse.ts';
import { readPrefix } from './read/git.ts';
import { readIntroduction } from './read/readIntroduction.ts';
import { readSource } from './read/readSource.ts';
import { planRedirects } from './render/planRedirects.ts';
import { resolveLecture } from './resolve/resolveLecture.ts';
import { typesetFormulas } from './resolve/typesetFormulas.ts';

/** The lectures with their titles and dates, and the syllabus that each is worked on with. */
export function makeSyllabus(read: CourseInput, changes: ReadonlyMap<string, string>) {
  const named = read.lectures.map((input): LectureInput => {
    const { entry, settings } = input;
    const full: SyllabusEntry = {
      ...entry,
      title: titleOf(input, () => readSource(read.root, entry.source)),
      subtitle: settings.subtitle === null ? null : plain(settings.subtitle),
    };
    return { ...input, entry: full, changed: changes.get(entry.source) ?? null };
  });
  const redirects = planRedirects(named.map(({ entry, settings }) => ({ entry, redirectFrom: settings.redirectFrom })));
  const lectures = named.map((lecture, at): LectureInput => ({ ...lecture, redirects: redirects[at] ?? [] }));
  const prefix = read.settings.repository === null ? '' : readPrefix(read.root);
  const syllabus: Syllabus = { settings: read.settings, entries: lectures.map(({ entry }) => entry), prefix };
  return { syllabus, lectures, publicTexts: lectures.map(({ entry }) => publicWords(entry)) };
}

/** What lists and addresses say of a lecture in public; of an absent one, its title. */
function publicWords({ title, subtitle, address, source, absence }: SyllabusEntry): string {
  const pages = [`${address}.html`, source.replace(/\.[^./]+$/, '.html')];
  return absence === null ? [title, subtitle ?? '', address, source, ...pages].join('\n') : title;
}

/** A lecture's title as lists have it: from its front matter, else from its text, which `read` gives. */
export function titleOf(input: LectureInput, read: () => SourceFile): string {
  const { entry, settings } = input;
  if (settings.title !== null) return withoutNumber(plain(settings.title), entry.number);
  if (entry.kind === 'file') return entry.title;
  const { title } = parseLecture(read(), {
    address: entry.address,
    settings,
    frontMatter: input.block,
    late: input.late ?? [],
  }).value;
  return withoutNumber(plainText(title).trim(), entry.number);
}

/** A number that opens a title (`1. Introduction`) falls away where the file's name has one, which lists show already. */
function withoutNumber(title: string, number: string | null): string {
  if (number === null) return title;
  return title.replace(/^\d{1,3}(?:[.):]\s*|\s+[-–—:]\s+)(?=\S)/, '');
}

function plain(text: NonNullable<LectureSettings['title']>): string {
  return plainText(parseMarkdownText(text).value).trim();
}

/** The home page's introduction: the text of `index.md`, parsed as a page. */
export interface Introduction {
  readonly lecture: Lecture;
  readonly targets: Targets;
  readonly formulas: Formulas;
  readonly secrets: readonly Secret[];
  readonly publicText: string;
  readonly diagnostics: readonly Diagnostic[];
  /** As of a lecture's work. */
  readonly uses: readonly Resolved[];
  readonly mentions: readonly string[];
  readonly silences: readonly Silence[];
}

/** Null where the course has no `index.md`. */
export function makeIntroduction(read: CourseInput, syllabus: Syllabus, files: Files): Introduction | null {
  if (read.settings.index === null) return null;
  const { source, block } = readIntroduction(read.root, read.settings.index);
  const settings = pageSettings(read.settings.lang);
  const { value: lecture, diagnostics } = parseLecture(source, { address: 'index', settings, frontMatter: block });
  const published = withoutPrivateNotes(lecture);
  const targets = resolveLecture(published, syllabus, read.folder, files);
  const formulas = typesetFormulas(lecture);
  const allTargets = resolveLecture(lecture, syllabus, read.folder, files);
  const found = checkLecture({
    lecture,
    formulas,
    targets: allTargets,
    source,
    settings,
    syllabus,
  });
  return {
    lecture: published,
    targets,
    formulas,
    secrets: findSecrets(lecture, null, false),
    publicText: blockText(slidesOf(published).flatMap((slide) => slide.body)),
    diagnostics: [...diagnostics, ...found],
    uses: usesOf(allTargets),
    mentions: fileNamesIn(withoutAssets(source, allTargets)),
    silences: findSilences(lecture, source, block),
  };
}

/** The settings of the course's own text: a page of which nothing but its blocks is used. */
function pageSettings(lang: string): LectureSettings {
  return {
    title: null,
    subtitle: null,
    authors: [],
    date: null,
    lang,
    description: null,
    status: null,
    eta: null,
    release: null,
    draft: false,
    kind: 'page',
    duration: null,
    tags: [],
    redirectFrom: [],
    reviewBy: null,
    notes: 'private',
    slideLevel: null,
    incremental: false,
    file: null,
    css: [],
    width: 1280,
    height: 720,
    transition: 'none',
    titleSlideAttributes: NO_ATTRIBUTES,
    spans: new Map(),
  };
}
