/** Notices fences, of divs and of code, that ended up as text, where the audience would see them. */
import type { Span } from '../model/source.ts';
import type { Stretch } from './attributes.ts';
import { looksLikeOpener } from './syntax/division.ts';
import { isReadWith } from './isOn.ts';
import type { TreeContext } from './treeContext.ts';

/** Reports each line of a paragraph's text that begins with a fence; `place` gives the span of a part of it. */
export function reportStrayFences(content: string, place: (at: Stretch) => Span, context: TreeContext): void {
  let start = 0;
  let opened = false;
  for (const [number, line] of content.split('\n').entries()) {
    const fence = line.trim();
    const from = start + line.indexOf(fence);
    const span = (): Span => place([from, from + fence.length]);
    if (fence.startsWith(':::')) {
      const closes = /^:+$/.test(fence);
      // the end of a div that was not opened goes without saying
      if (!closes || !opened) reportFence(fence, number, span(), context);
      opened = !closes;
    } else if (number === 0 && /^(?:`{3,}|~{3,})/.test(fence)) reportCodeFence(fence, span(), context);
    start += line.length + 1;
  }
}

function reportCodeFence(fence: string, span: Span, context: TreeContext): void {
  const [marker = ''] = /^(?:`+|~+)/.exec(fence) ?? [];
  const plain = /^[^\s{}`]*$/.test(fence.slice(marker.length).trim());
  if (plain)
    context.report(
      'unclosed-code',
      span,
      `“${fence}” is never closed, so the code is shown as text.`,
      `Put a line with “${marker}” where it ends.`,
    );
  else if (!fence.slice(marker.length).includes('`')) {
    const hint = `Write the language alone, or everything in braces (“${marker} {.python .numberLines}”).`;
    context.report('malformed-code', span, `“${fence}” opens no block of code, so it is shown as text.`, hint);
  }
}

function reportFence(fence: string, line: number, span: Span, context: TreeContext): void {
  const notes = /^:{3,}\s*(?:notes\b|\{[^}]*\.notes\b)/.test(fence);
  const shown = notes ? 'the audience would see this note' : 'it is shown as text';
  const rule = notes ? 'notes-shown' : 'stray-fence';
  if (!isReadWith(context, 'fenced_divs')) {
    if (!notes) return;
    const message = `“${fence}” opens no div, since “from” switches them off, so ${shown}.`;
    context.report(rule, span, message, 'Take “-fenced_divs” out of “from”, or the note out of the lecture.');
    return;
  }
  if (/^:+$/.test(fence)) {
    context.report(
      'stray-fence',
      span,
      `“${fence}” closes nothing here, so ${shown}.`,
      'Remove it, or give the “:::” that opens the div a blank line before it.',
    );
  } else if (!looksLikeOpener(fence)) {
    const hint = /=[“”„‘’]/.test(fence)
      ? 'Write straight quotes: "…".'
      : 'Write one word (“::: notes”), or everything in braces (“::: {.notes .private}”).';
    context.report(notes ? rule : 'malformed-div', span, `“${fence}” opens no div, so ${shown}.`, hint);
  } else if (line > 0) {
    context.report(rule, span, `“${fence}” needs a blank line before it; without one, ${shown}.`, 'Put a blank line above it.');
  } else {
    const hint = 'Move it to the column where the text around it starts.';
    context.report(rule, span, `“${fence}” is indented, so ${shown}.`, hint);
  }
}
