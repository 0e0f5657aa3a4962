/** A heading's text as written, or a reference to it → what the two are compared by: no marks, lower case. */
export function headingLabel(text: string): string {
  return text
    .replace(/[*_`\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
