/** The picture that goes with a link to a page: what it is drawn from, and where it stands. */

export interface SharePicture {
  /** From the site's root; named by what it is drawn from, so that it is known before, and whether or not, it is drawn. */
  readonly path: string;
  /** The document to be drawn; its fonts are addresses from the site's root. */
  readonly html: string;
}

/** In CSS pixels, as social networks and messengers show it. */
export const PICTURE_WIDTH = 1200;
/** The same. */
export const PICTURE_HEIGHT = 630;
