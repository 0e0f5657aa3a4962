/** The text of slides → addresses that look like links and are none. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { eachText } from '../eachText.ts';
import type { LectureRule } from '../lectureCheck.ts';
import { shorten } from '../shorten.ts';

const ADDRESS = /https?:\/\/(?:[^\s<>"“”()]|\([^\s<>()]*\))+(?<![.,;:!?'’*_\]}])/g;
const HINT = 'Put it between “<” and “>”, or write “from: markdown+autolink_bare_uris” into the front matter.';
/** One that is not plainly an address of a link or of an attribute: most lectures have none. */
const OUTSIDE = /(?<!(?<!\\)\]\(|[<"'=])https?:\/\//;

/** Rule: `bare-address`. Pandoc makes links of addresses only where they stand between angle brackets. */
export const checkBareAddresses: LectureRule = ({ lecture, source }) => {
  if (!OUTSIDE.test(source.text)) return [];
  const found: Diagnostic[] = [];
  eachText(lecture, ({ span }, { linked }) => {
    if (linked || span.path !== source.path) return;
    for (const { 0: address, index } of source.text.slice(span.start, span.end).matchAll(ADDRESS)) {
      const place = { path: span.path, start: span.start + index, end: span.start + index + address.length };
      const message = `“${shorten(address)}” is text and no link.`;
      found.push(diagnose('bare-address', place, message, HINT));
    }
  });
  return found;
};
