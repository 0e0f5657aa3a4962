/** What a browser measured on the slides of a lecture → what is wrong with them, at its place in the source. */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import type { MeasuredRoom } from '../model/measured.ts';
import type { Span } from '../model/source.ts';
import type { MeasuredPart, MeasuredSlide } from '../model/wire.ts';

const NAMES: Readonly<Record<string, string>> = {
  table: 'table',
  pre: 'code',
  ul: 'list',
  ol: 'list',
  dl: 'list',
  figure: 'figure',
  img: 'picture',
  svg: 'drawing',
  video: 'video',
  iframe: 'frame',
  blockquote: 'quote',
  math: 'formula',
  p: 'text',
};

type Over = NonNullable<MeasuredSlide['over']>;

/** Rules: `overflow`, `small-text`, `failed-picture`, `coarse-picture`. `path`: of the lecture's source, from the course's root. */
export function describeMeasured(path: string, rooms: readonly MeasuredRoom[]): readonly Diagnostic[] {
  const [first, ...others] = rooms;
  if (first === undefined) return [];
  return first.slides.flatMap((slide, at) => {
    const elsewhere = others.find(({ slides }) => slides[at]?.over != null);
    const over = slide.over !== null ? describeOver(path, slide, '') : describeElsewhere(path, elsewhere, at);
    const rest = [...(over.length > 0 ? [] : describeSmall(path, slide)), ...describePictures(path, slide)];
    return [...over, ...rest];
  });
}

function describeElsewhere(path: string, room: MeasuredRoom | undefined, at: number): readonly Diagnostic[] {
  const slide = room?.slides[at];
  return room === undefined || slide === undefined ? [] : describeOver(path, slide, ` on a screen of ${room.room}`);
}

function describeOver(path: string, { number, over, size, cut }: MeasuredSlide, where: string): readonly Diagnostic[] {
  if (over === null) return [];
  const { pixels, edge } = over;
  const place = {
    bottom: `ends ${pixels} px below slide ${number}`,
    right: `ends ${pixels} px to the right of slide ${number}`,
    left: `begins ${pixels} px to the left of slide ${number}`,
    top: `begins ${pixels} px above slide ${number}`,
  }[edge];
  const least = Math.round(size * 100);
  const then = cut
    ? `and is cut off even where all is set at ${least} %`
    : size < 1
      ? `so all of it is set at ${least} %`
      : 'and is cut off there';
  return [diagnose('overflow', spanOf(path, over), `The ${nameOf(over)} ${place}${where}, ${then}.`, hintFor(over))];
}

function hintFor({ edge }: Over): string {
  if (edge === 'bottom') return 'Make two slides of it, or say some of it in the notes.';
  return edge === 'right' ? 'Give it shorter lines, or less width.' : 'Take away the style that puts it there.';
}

function describeSmall(path: string, { number, small }: MeasuredSlide): readonly Diagnostic[] {
  if (small === null) return [];
  const message = `The smallest text on slide ${number} is ${small.pixels} px high, on a slide of ${small.slideHeight} px.`;
  return [diagnose('small-text', spanOf(path, small), message, 'Write less, and let it be larger.')];
}

function describePictures(path: string, { number, pictures }: MeasuredSlide): readonly Diagnostic[] {
  return pictures.map((picture) =>
    picture.failed
      ? diagnose(
          'failed-picture',
          spanOf(path, picture),
          `No browser can show this picture on slide ${number}.`,
          'Save it again as PNG, JPEG or SVG, under a name that says which.',
        )
      : diagnose(
          'coarse-picture',
          spanOf(path, picture),
          `This picture is shown ${picture.scale} times as large as it is on slide ${number}.`,
          'Take one with more pixels, or show it smaller.',
        ),
  );
}

function nameOf({ tag }: MeasuredPart): string {
  return NAMES[tag] ?? (/^h\d$/.test(tag) ? 'heading' : 'content');
}

function spanOf(path: string, { at }: MeasuredPart): Span {
  const [start = 0, end = start] = (at ?? '').split('-').map(Number);
  return { path, start, end };
}
