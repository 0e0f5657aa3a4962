/** A file of the site, as a value. */
export interface Page {
  /** From the site's root: `read/lifecycle.html`. */
  readonly path: string;
  readonly content: string;
}
