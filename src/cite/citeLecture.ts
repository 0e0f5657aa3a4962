/** A lecture as parsed → the same with its citations formatted and its references listed, on slides that they fit on. */
import { NO_ATTRIBUTES, type Pair } from '../model/attributes.ts';
import type { Block, Citation, Division } from '../model/blocks.ts';
import { type Bibliography, type CitationSettings, REFERENCES_ID } from '../model/citation.ts';
import { type Diagnostic, diagnose, type Result } from '../model/diagnostic.ts';
import { type Lecture, type Section, slidesOf } from '../model/lecture.ts';
import { nearest } from '../model/nearest.ts';
import { privateNotesOf } from '../model/publish.ts';
import type { Span } from '../model/source.ts';
import { mapChanged, mapChildBlocks, walkAllInlines } from '../model/walk.ts';
import { type Formatted, formatCitations } from './formatCitations.ts';
import { createMapping } from './mapCitations.ts';
import { isReferences, splitReferences } from './splitReferences.ts';

/** A lecture without sources as it is. Sources that only private notes cite are in no list. */
export function citeLecture(lecture: Lecture, settings: CitationSettings, bibliography: Bibliography): Result<Lecture> {
  if (!settings.processed) return { value: lecture, diagnostics: [] };
  const { open, hidden } = citationsOf(lecture);
  if (open.length + hidden.length + settings.uncited.length === 0) return { value: lecture, diagnostics: [] };
  const every = settings.uncited.some(({ key }) => key === '*');
  const uncited = every ? bibliography.keys : settings.uncited.map(({ key }) => key);
  const shared = { bibliography, lang: lecture.settings.lang, listPlace: placeOfList(lecture) };
  const linked = settings.listed && settings.linked !== false;
  const shown = formatCitations({ ...shared, citations: open, uncited, linked });
  const inNotes = formatCitations({ ...shared, citations: hidden, uncited: [], linked: false });
  const map = createMapping((citation) => ({
    ...citation,
    children: shown.texts.get(citation) ?? inNotes.texts.get(citation) ?? citation.children,
    linked: settings.linked === true ? 'everywhere' : 'reading',
  }));
  const sections = map(lecture.sections).map((section) => listReferences(section, shown));
  const ids = new Set([...lecture.anchors, ...shown.entries.map(({ key }) => `ref-${key}`)]);
  const split = numbered(sections.map((section) => splitSection(section, lecture, ids)));
  const anchors = new Set([...ids, ...split.flatMap(({ slides }) => slides.flatMap(({ id }) => id ?? []))]);
  return {
    value: { ...lecture, title: map(lecture.title), sections: split, anchors },
    diagnostics: [
      ...unknownKeys([...open, ...hidden], settings, bibliography),
      ...unusable(settings, shown.failed || inNotes.failed),
    ],
  };
}

interface Citations {
  /** What everyone may see. */
  readonly open: readonly Citation[];
  /** In private notes. */
  readonly hidden: readonly Citation[];
}

function citationsOf(lecture: Lecture): Citations {
  const found: Citation[] = [];
  const within = new Set<Citation>();
  for (const slide of slidesOf(lecture)) {
    const blocks = slide.heading === null ? slide.body : [slide.heading, ...slide.body];
    walkAllInlines(blocks, (inline) => {
      if (inline.kind === 'citation') found.push(inline);
    });
    walkAllInlines(privateNotesOf(slide), (inline) => {
      if (inline.kind === 'citation') within.add(inline);
    });
  }
  return { open: found.filter((one) => !within.has(one)), hidden: found.filter((one) => within.has(one)) };
}

/** Where the list stands in the source: its place alone, since its words stand elsewhere. */
function placeOfList(lecture: Lecture): Span {
  const end = Math.max(0, ...slidesOf(lecture).map(({ span }) => span.end));
  return { path: lecture.source, start: end, end };
}

/** The section with the entries in their place. */
function listReferences(section: Section, formatted: Formatted): Section {
  const slides = mapChanged(section.slides, (slide) => {
    const body = filled(slide.body, formatted);
    return body === slide.body ? slide : { ...slide, body };
  });
  return slides === section.slides ? section : { ...section, slides };
}

function filled(blocks: readonly Block[], formatted: Formatted): readonly Block[] {
  return mapChanged(blocks, (block) => {
    if (isReferences(block)) return listOf(block, formatted);
    return mapChildBlocks(block, (children) => filled(children, formatted));
  });
}

/** What the author wrote there stays above the entries, as in pandoc. */
function listOf(place: Division, { entries, hanging }: Formatted): Division {
  const { attributes, span } = place;
  const classes = [...attributes.classes, 'references', 'csl-bib-body', ...(hanging ? ['hanging-indent'] : [])];
  const items = entries.map(({ key, children }): Division => {
    const own = { ...NO_ATTRIBUTES, id: `ref-${key}`, classes: ['csl-entry'], pairs: [roleOf('listitem', span)] };
    return { kind: 'division', attributes: own, children: [{ kind: 'paragraph', tight: true, children, span }], span };
  });
  return {
    ...place,
    attributes: {
      ...attributes,
      id: REFERENCES_ID,
      classes: [...new Set(classes)],
      pairs: [...attributes.pairs, roleOf('list', span)],
    },
    children: [...place.children, ...items],
  };
}

function roleOf(value: string, span: Span): Pair {
  return { key: 'role', value, span, reference: null };
}

function splitSection(section: Section, { settings }: Lecture, ids: ReadonlySet<string>): Section {
  // a page is one long slide
  if (settings.kind === 'page') return section;
  const slides = section.slides.flatMap((slide) => splitReferences(slide, (id) => ids.has(id)));
  return slides.length === section.slides.length ? section : { ...section, slides };
}

/** Slides numbered from 1, through all sections. */
function numbered(sections: readonly Section[]): readonly Section[] {
  let number = 0;
  return mapChanged(sections, (section) => {
    const slides = mapChanged(section.slides, (slide) => (++number === slide.number ? slide : { ...slide, number }));
    return slides === section.slides ? section : { ...section, slides };
  });
}

/** Rule: `broken-bibliography`. */
function unusable({ style, bibliography, sources }: CitationSettings, failed: boolean): readonly Diagnostic[] {
  const span = style?.span ?? bibliography[0]?.span ?? sources[0]?.span ?? null;
  if (!failed) return [];
  const message =
    style === null
      ? 'The sources that this lecture cites cannot be formatted, so its citations stand as they are written.'
      : `“${style.address}” cannot be used as a style, so citations stand as they are written.`;
  const hint =
    style === null ? 'Look at the dates and names of what is cited.' : 'Get it again from citationstyles.org, or remove the key.';
  return [diagnose('broken-bibliography', span, message, hint)];
}

/** Rule: `unknown-citation`, where all sources are known. */
function unknownKeys(
  citations: readonly Citation[],
  { uncited }: CitationSettings,
  bibliography: Bibliography,
): readonly Diagnostic[] {
  if (!bibliography.whole) return [];
  const cited = [...citations.flatMap(({ items }) => items), ...uncited.filter(({ key }) => key !== '*')];
  return cited.flatMap(({ key, span }): readonly Diagnostic[] => {
    if (bibliography.find(key) !== null) return [];
    const near = nearest(key, bibliography.keys);
    const hint =
      near === null
        ? 'Add it to the bibliography, or write “\\@” for an @ that cites nothing.'
        : `Write “@${near}” if that is meant.`;
    return [diagnose('unknown-citation', span, `No source has the key “${key}”.`, hint)];
  });
}
