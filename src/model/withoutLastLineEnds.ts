/** Code → the same without the empty lines at its end. */

/** Counted from the end: a pattern would begin anew at each line end of a long run inside the text. */
export function withoutLastLineEnds(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 10) end--;
  return text.slice(0, end);
}
