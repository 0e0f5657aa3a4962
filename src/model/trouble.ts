/** What goes wrong in a page while it is shown. */

export interface PageError {
  /** As the browser says it, in one line. */
  readonly text: string;
  /** The address of the file in which it happened; null where none is told. */
  readonly url: string | null;
  /** 1-based, in that file. */
  readonly line: number | null;
}

/** Something of another host that was asked for, whether it came or not. */
export interface PageRequest {
  readonly url: string;
  /** As browsers call it: `script`, `stylesheet`, `image`, `font`, `fetch`, … */
  readonly kind: string;
  /** The address of what asked for it. */
  readonly by: string;
}

export interface PageTrouble {
  readonly errors: readonly PageError[];
  readonly requests: readonly PageRequest[];
}
