/** Turns raw slides into slides: steps applied, comments gone, tags balanced, questions settled, numbered. */
import type { Attributes } from '../model/attributes.ts';
import { NO_ATTRIBUTES } from '../model/attributes.ts';
import type { Block, Notes } from '../model/blocks.ts';
import type { Section, Slide } from '../model/lecture.ts';
import type { SourceFile } from '../model/source.ts';
import { mapChanged, mapChildBlocks, walkBlocks } from '../model/walk.ts';
import { takeComments } from './comments.ts';
import { balanceTags } from './settle.ts';
import type { RawSection, RawSlide } from './slides.ts';
import { countSteps } from './steps.ts';
import { applyPauses } from './syntax/pause.ts';
import { settleQuestions, settleSlide } from './syntax/question.ts';
import type { TreeContext } from './treeContext.ts';

interface Finishing extends Pick<TreeContext, 'report'> {
  /** The attributes of the cover; null where there is none. */
  readonly cover: Attributes | null;
  readonly source: SourceFile;
  /** Whether there can be comments. */
  readonly commented: boolean;
  /** Whether there can be questions. */
  readonly asking: boolean;
}

/** The sections with their slides finished and numbered from 1, the cover first; a first section without slides falls away. */
export function finishSections(raw: readonly RawSection[], finishing: Finishing): readonly Section[] {
  const starts = raw.flatMap((section) => section.slides.map((slide) => slide.start)).concat(finishing.source.text.length);
  let number = finishing.cover === null ? 0 : 1;
  let at = 0;
  const sections = raw.map((section, index): Section => {
    const slides = section.slides.map((slide) => finishSlide(slide, ++number, starts[++at] ?? slide.start, finishing));
    return {
      id: section.id,
      title: section.title,
      ...(section.stacked === undefined ? {} : { stacked: section.stacked }),
      slides: index === 0 && finishing.cover !== null ? [coverSlide(finishing.cover, finishing.source), ...slides] : slides,
    };
  });
  return sections.filter((section) => section.slides.length > 0);
}

function finishSlide(raw: RawSlide, number: number, end: number, finishing: Finishing): Slide {
  const settled = balanced(withoutComments(applyPauses(raw.body), finishing), finishing);
  const body = finishing.asking ? settleSlide(settleQuestions(settled), raw.attributes) : settled;
  const heading = raw.heading === null ? null : (withoutComments([raw.heading], finishing)[0] as NonNullable<Slide['heading']>);
  const source = finishing.source.text.slice(raw.start, raw.end ?? end);
  reportOutside(withoutComments(raw.after ?? [], finishing), finishing);
  return {
    id: raw.attributes.id,
    number,
    kind: raw.kind,
    level: raw.level,
    attributes: raw.attributes,
    heading,
    ...(raw.title === undefined ? {} : { title: raw.title }),
    body,
    notes: notesIn(body),
    steps: countSteps(body),
    span: { path: finishing.source.path, start: raw.start, end: raw.start + source.trimEnd().length },
  };
}

/** Said of the first of the blocks that stand after a slide's div. */
function reportOutside([block]: readonly Block[], { source, report }: Finishing): void {
  if (block === undefined) return;
  const [line = ''] = source.text.slice(block.span.start, block.span.end).split(/[\r\n]/, 1);
  const span = { ...block.span, end: block.span.start + line.trimEnd().length };
  const message = 'This follows a div that begins with a slide’s heading, and to pandoc that slide ends with its div.';
  report('outside-div', span, message, 'Move it into the div, or put a heading or “---” before it.');
}

/** A text without comments needs no second tree. */
function withoutComments(blocks: readonly Block[], { commented }: Finishing): readonly Block[] {
  return commented ? takeComments(blocks).blocks : blocks;
}

function coverSlide(attributes: Attributes, source: SourceFile): Slide {
  const span = { path: source.path, start: 0, end: 0 };
  return {
    id: 'title-slide',
    number: 1,
    kind: 'cover',
    level: 0,
    attributes: { ...NO_ATTRIBUTES, ...attributes },
    heading: null,
    body: [],
    notes: [],
    steps: 1,
    span,
  };
}

/** Tags balanced in every list of blocks. */
function balanced(blocks: readonly Block[], finishing: Finishing): readonly Block[] {
  return mapChanged(balanceTags(blocks, 'slide', finishing), (block) =>
    mapChildBlocks(block, (children) => balanced(children, finishing)),
  );
}

function notesIn(body: readonly Block[]): readonly Notes[] {
  const notes: Notes[] = [];
  walkBlocks(body, (block) => {
    if (block.kind === 'notes') notes.push(block);
    return block.kind !== 'notes';
  });
  return notes;
}
