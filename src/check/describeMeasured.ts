/** What a browser measured on the slides of a lecture → what is wrong with them, at its place in the source. */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import type { MeasuredDeck, MeasuredRoom } from '../model/measured.ts';
import { type MeasuredSlide, sayOver } from '../model/wire.ts';
import { spanOfMark } from './spanOfMark.ts';

/**
 * Rules: `overflow`, `small-text`, `failed-picture`, `coarse-picture`, `vanishing-picture`. `path`: of the lecture's source, from the course's root.
 * What is too large on paper is told where it is not too large on a screen already.
 */
export function describeMeasured(path: string, measured: MeasuredDeck | null): readonly Diagnostic[] {
  const [first, ...others] = measured?.rooms ?? [];
  if (measured === null || first === undefined) return [];
  return first.slides.flatMap((slide, at) => {
    const over =
      describeOver(path, slide, '') ?? describeElsewhere(path, others, at) ?? describeOnPaper(path, measured, slide.number);
    const rest = [
      ...(slide.over !== null ? [] : describeSmall(path, slide)),
      ...describePictures(path, slide),
      ...describeVanishing(path, measured, slide.number),
    ];
    return [...(over === null ? [] : [over]), ...rest];
  });
}

type Placed = Pick<MeasuredSlide, 'number' | 'over'>;

function describeElsewhere(path: string, others: readonly MeasuredRoom[], at: number): Diagnostic | null {
  const room = others.find(({ slides }) => slides[at]?.over != null);
  const slide = room?.slides[at];
  return room === undefined || slide === undefined ? null : describeOver(path, slide, ` on a screen of ${room.room}`);
}

function describeOnPaper(path: string, { paper }: MeasuredDeck, number: number): Diagnostic | null {
  const slide = paper.find((one) => one.number === number);
  return slide === undefined ? null : describeOver(path, slide, ' on paper');
}

function describeOver(path: string, { number, over }: Placed, where: string): Diagnostic | null {
  if (over === null) return null;
  const { message, hint } = sayOver(number, over, where);
  return diagnose('overflow', spanOfMark(path, over.at), message, hint);
}

function describeSmall(path: string, { number, small }: MeasuredSlide): readonly Diagnostic[] {
  if (small === null) return [];
  const message = `The smallest text on slide ${number} is ${small.pixels} px high, on a slide of ${small.slideHeight} px.`;
  return [diagnose('small-text', spanOfMark(path, small.at), message, 'Write less, and let it be larger.')];
}

function describePictures(path: string, { number, pictures }: MeasuredSlide): readonly Diagnostic[] {
  return pictures.map((picture) =>
    picture.failed
      ? diagnose(
          'failed-picture',
          spanOfMark(path, picture.at),
          `No browser can show this picture on slide ${number}.`,
          'Save it again as PNG, JPEG or SVG, under a name that says which.',
        )
      : diagnose(
          'coarse-picture',
          spanOfMark(path, picture.at),
          `This picture is shown ${picture.scale} times as large as it is on slide ${number}.`,
          'Take one with more pixels, or show it smaller.',
        ),
  );
}

function describeVanishing(path: string, { vanishing }: MeasuredDeck, number: number): readonly Diagnostic[] {
  const message = `In the dark this picture on slide ${number} has nearly the colour of what it stands on.`;
  const hint =
    'Take one with a ground of its own, or write it as “![…](…)” without “.plain”, so that it stands on a light plate.';
  return vanishing
    .filter((one) => one.number === number)
    .map(({ at }) => diagnose('vanishing-picture', spanOfMark(path, at), message, hint));
}
