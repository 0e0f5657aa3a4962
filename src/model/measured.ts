/** What a browser tells of the slides of one deck. */
import type { Examined, MeasuredPart, MeasuredSlide } from './wire.ts';

/** Rooms have screens of 16:9 and of 4:3, and a style of the author's may depend on it. */
export interface MeasuredRoom {
  readonly room: '16:9' | '4:3';
  readonly slides: readonly MeasuredSlide[];
}

export interface MeasuredDeck {
  /** One, where its styles do not depend on the room. */
  readonly rooms: readonly MeasuredRoom[];
  /** Pictures that one cannot make out in the dark, by number of the slide. */
  readonly vanishing: readonly (MeasuredPart & { readonly number: number })[];
  /** Slides that do not fit on a page in a size that one can read. */
  readonly paper: readonly Pick<MeasuredSlide, 'number' | 'over'>[];
}

/** What axe finds in a page, in both schemes; in the dark only what colours can change. */
export interface ExaminedPage {
  readonly light: readonly Examined[];
  readonly dark: readonly Examined[];
}
