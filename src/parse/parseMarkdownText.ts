/** Reads a text of the front matter, which may hold inline Markdown: `subtitle: "A<br/>B"`. */
import type { Inline } from '../model/blocks.ts';
import { diagnose, type Result } from '../model/diagnostic.ts';
import type { MarkdownText } from '../model/settings.ts';
import type { Extensions } from '../model/extensions.ts';
import type { Span } from '../model/source.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { withoutInlineComments } from './comments.ts';
import { createIdentifiers } from './identifiers.ts';
import { buildInlines } from './inlines.ts';
import { markdownFor } from './markdown.ts';
import { balanceTags } from './settle.ts';
import { createEnvironment } from './environment.ts';
import { setMeta } from './tokens.ts';
import type { TreeContext } from './treeContext.ts';

/** The inlines of the text; their places are true where the text stands plainly in the source, else those of the whole value. */
export function parseMarkdownText(value: MarkdownText, extensions?: Extensions): Result<readonly Inline[]> {
  const diagnostics: Diagnostic[] = [];
  const { path } = value.span;
  const place = ([start, end]: readonly [number, number]): Span =>
    value.offset === null ? value.span : { path, start: value.offset + start, end: value.offset + end };
  const context: TreeContext = {
    place,
    report: (rule, span, message, hint) => void diagnostics.push(diagnose(rule, span, message, hint)),
    identifiers: createIdentifiers(),
    notes: 'private',
    footnote: () => null,
    countFootnote: () => 1,
    headingId: () => null,
    idOf: () => '',
    text: value.text,
    lineEnds: [],
    ...(extensions && { extensions }),
  };
  const [inline] = markdownFor(extensions).parseInline(
    value.text,
    createEnvironment(() => {}, extensions),
  );
  if (inline === undefined) return { value: [], diagnostics };
  const inlines = balanceTags(buildInlines(setMeta(inline, { lines: [[0, 0]] }), context), 'paragraph', context);
  return { value: withoutInlineComments(inlines), diagnostics };
}
