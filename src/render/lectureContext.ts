/** What the pages of one lecture are made with, besides the lecture. */
import type { Block } from '../model/blocks.ts';
import type { BuildOptions, ClientFiles } from '../model/client.ts';
import { type Lecture, slidesOf } from '../model/lecture.ts';
import type { Outline } from '../model/outline.ts';
import { type Strings, stringsFor } from '../model/strings.ts';
import type { Redirect, Syllabus, SyllabusEntry } from '../model/syllabus.ts';
import type { Targets } from '../model/target.ts';
import type { Formulas } from '../model/typeset.ts';
import { plainText } from '../model/walk.ts';
import { courseColours } from './courseColours.ts';
import { describeLecture } from './describeText.ts';
import { addressOfTarget, pathOf } from './hrefOf.ts';
import { lecturePicture } from './sharePicture.ts';
import { styleTargets } from './styleTargets.ts';
import { waitingMedia } from './waitingMedia.ts';
import { colourLink, styleLink } from './writePage.ts';
import type { Sharing } from './writeShareTags.ts';
import { noOrigins, type View, type Writing } from './writing.ts';
import { escapeHtml } from './escape.ts';

export interface LectureContext {
  readonly syllabus: Syllabus;
  readonly targets: Targets;
  readonly formulas: Formulas;
  readonly client: ClientFiles;
  readonly options: BuildOptions;
  readonly outline: Outline;
  /** ISO date-time of the last change; null where unknown. */
  readonly changed: string | null;
  /** Old addresses that lead on to it. */
  readonly redirects: readonly Redirect[];
  /** How long it takes; null where nothing tells. */
  readonly minutes: number | null;
  /** The line (1-based) of an offset of its source. */
  readonly lineOf: (offset: number) => number;
  /** The bytes of a file of the course; null where there is none. */
  readonly bytesOf: (file: string) => Uint8Array | null;
}

/** A lecture with all that both of its pages need. */
export interface Rendering extends LectureContext {
  readonly lecture: Lecture;
  readonly entry: SyllabusEntry;
  readonly strings: Strings;
  /** Plain text, as lists show it. */
  readonly title: string;
  /** The title of browser windows: the lecture's and the course's. */
  readonly windowTitle: string;
  readonly description: string | null;
  /** What a link to either page shows. */
  readonly sharing: Sharing;
  /** The site's address; null where unknown. */
  readonly url: string | null;
  /** What both pages share. */
  readonly shared: Pick<Writing, 'styles' | 'waiting' | 'highlighted'>;
  /** The style sheet with the course's colours, from the site's root; null where it has none of its own. */
  readonly colours: string | null;
}

/** Looks up what the pages of a lecture say of it beside its slides. */
export function prepareLecture(lecture: Lecture, context: LectureContext): Rendering {
  const { settings, entries } = context.syllabus;
  const entry = entries.find(({ address }) => address === lecture.address) ?? unlisted(lecture);
  const title = plainText(lecture.title).trim();
  return {
    ...context,
    lecture,
    entry,
    strings: stringsFor(lecture.settings.lang),
    title,
    windowTitle: settings.title === '' || settings.title === title ? title : `${title}: ${settings.title}`,
    description: describeLecture(lecture, entry.subtitle),
    sharing: { picture: () => lecturePicture(entry, context.syllabus, context.client), title, changed: context.changed },
    url: context.options.url ?? settings.url,
    shared: {
      styles: styleTargets(context.targets),
      waiting: waitingMedia(
        slidesOf(lecture).flatMap((slide): readonly Block[] => slide.body),
        context.targets,
      ),
      highlighted: new Map(),
    },
    colours: courseColours(settings.accent)?.path ?? null,
  };
}

/** How the lecture is written in a view. */
export function writingFor(
  rendering: Rendering,
  view: View,
  headingLevel: Writing['headingLevel'],
  notes: Writing['notes'],
): Writing {
  const { lecture, targets, syllabus, strings, entry } = rendering;
  return {
    view,
    page: pathOf(entry, view) ?? '',
    targets,
    syllabus,
    strings,
    address: lecture.address,
    origins: noOrigins(),
    ...rendering.shared,
    formulas: rendering.formulas,
    bytesOf: rendering.bytesOf,
    share: 1,
    figures: { count: 0 },
    questions: { count: 0 },
    notes,
    marked: rendering.options.marked === true,
    headingLevel,
  };
}

/** Of no use where nothing runs. */
const REVEAL_STYLES: ReadonlySet<string> = new Set(['reveal.css', 'preview.css']);

/** Links to style sheets: ours in order, then the course's and the lecture's own. */
export function writeStyles(names: readonly string[], rendering: Rendering, writing: Writing): string {
  const wanted = rendering.formulas.size > 0 ? [...names, 'math.css'] : names;
  const own = wanted.map((name) =>
    styleLink(writing.page, name, rendering.client, REVEAL_STYLES.has(name) ? '(scripting: enabled)' : null),
  );
  return [...own, ...colourLink(writing.page, rendering.colours), ...authorStyles(rendering, writing)].join('\n');
}

/** Style sheets that front matter names; those of other hosts are left out. */
function authorStyles({ targets, syllabus, lecture }: Rendering, writing: Writing): readonly string[] {
  const spans = [...syllabus.settings.css, ...lecture.settings.css].map(({ span }) => span);
  const links: string[] = [];
  for (const [reference, target] of targets) {
    const { role, span } = reference;
    const named = spans.some((one) => one.path === span.path && one.start === span.start && one.end === span.end);
    if (role !== 'style' || !named || target.to !== 'asset') continue;
    links.push(`<link rel="stylesheet" href="${escapeHtml(addressOfTarget(target, reference.address, writing) ?? '')}">`);
  }
  return links;
}

/** A lecture that the syllabus does not list: alone in its site. */
function unlisted(lecture: Lecture): SyllabusEntry {
  const { settings, address, source } = lecture;
  const { kind, status, eta, release, file } = settings;
  return {
    address,
    source,
    number: null,
    title: plainText(lecture.title),
    subtitle: settings.subtitle?.text ?? null,
    kind,
    absence: null,
    status,
    eta,
    release,
    file,
  };
}
