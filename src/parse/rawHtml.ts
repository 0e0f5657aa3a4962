/** HTML that stands as it is (`{=html}`) → tags and text, so that it is checked and written like any other. */
import type { HtmlTag, HtmlVerbatim, Text } from '../model/blocks.ts';
import type { Span } from '../model/source.ts';
import type { Stretch } from './attributes.ts';
import { COMMENT } from './treeContext.ts';
import { decodeEntities, isVerbatim, makeHtmlAttributes, type ScannedTag, scanComment, scanTag } from './tag.ts';

/** Everything in a piece of HTML, in order; all of it is said to stand at `span`, unless `place` knows better. */
export function rawHtml(
  html: string,
  span: Span,
  place: (at: Stretch) => Span = () => span,
): readonly (HtmlTag | HtmlVerbatim | Text)[] {
  const nodes: (HtmlTag | HtmlVerbatim | Text)[] = [];
  const last = html.lastIndexOf('-->');
  const lower = html.toLowerCase();
  const lastEnds = new Map<string, number>();
  const endOf = ({ name, at }: ScannedTag): number => {
    const known = lastEnds.get(name) ?? lower.lastIndexOf(`</${name}`);
    lastEnds.set(name, known);
    return known < at[1] ? -1 : lower.indexOf(`</${name}`, at[1]);
  };
  let from = 0;
  const text = (to: number): void => {
    if (to > from) nodes.push({ kind: 'text', text: decodeEntities(html.slice(from, to)), span: place([from, to]) });
  };
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', Math.max(from, at + 1))) {
    const comment = scanComment(html, at, last);
    const tag = comment === null ? scanTag(html, at) : null;
    if (comment !== null) {
      text(at);
      nodes.push({
        kind: 'html-verbatim',
        name: COMMENT,
        attributes: [],
        text: html.slice(at + 4, comment - 3),
        span: place([at, comment]),
      });
      from = comment;
    } else if (tag !== null) {
      text(at);
      const end = tag.form === 'open' && isVerbatim(tag.name) ? endOf(tag) : -1;
      const attributes = makeHtmlAttributes(tag, place);
      from = end < 0 ? tag.at[1] : Math.max(html.indexOf('>', end) + 1, end);
      const stands = place([at, from]);
      if (end >= 0)
        nodes.push({ kind: 'html-verbatim', name: tag.name, attributes, text: html.slice(tag.at[1], end), span: stands });
      else nodes.push({ kind: 'html-tag', name: tag.name, form: tag.form, attributes, span: stands });
    }
  }
  text(html.length);
  return nodes;
}
