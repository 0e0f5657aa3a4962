/** Raw HTML and attributes → the parts of them that are left out of every page. */
import type { HtmlTag, HtmlVerbatim } from '../../model/blocks.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { isHandler, isRefusedAttribute, isRefusedTag, objectPicture } from '../../model/refusedHtml.ts';
import type { Span } from '../../model/source.ts';
import { attributesOf } from '../../model/walk.ts';
import { firstLine, type LectureCheck, type LectureRule } from '../lectureCheck.ts';
import { markedNodes } from '../visitNodes.ts';

/** Rules: `dropped-script`, `event-handler`, `dropped-html`. */
export const checkDroppedHtml: LectureRule = (check) => {
  const found: Diagnostic[] = [];
  for (const node of markedNodes(check.lecture)) {
    if (node.kind === 'html-tag' || node.kind === 'html-verbatim') found.push(...checkTag(node, check));
    else for (const pair of attributesOf(node)?.pairs ?? []) found.push(...checkAttribute(pair.key, pair.span));
  }
  return found;
};

function checkTag(tag: HtmlTag | HtmlVerbatim, check: LectureCheck): readonly Diagnostic[] {
  if (tag.kind === 'html-tag' && tag.form === 'close') return [];
  // A parameter goes with its object, of which something is said.
  if (tag.name === 'param') return [];
  if (tag.name === 'script') return [checkScript(tag, check)];
  if (isRefusedTag(tag.name) && objectPicture(tag) === null) {
    const span = firstLine(tag.span, check.source);
    return [diagnose('dropped-html', span, `“<${tag.name}>” is left out of the page.`, hintFor(tag.name))];
  }
  return tag.attributes.flatMap(({ name, span }) => checkAttribute(name, span));
}

function checkScript(tag: HtmlTag | HtmlVerbatim, { targets, source }: LectureCheck): Diagnostic {
  const reference = tag.attributes.find((attribute) => attribute.reference !== null)?.reference ?? null;
  const target = reference === null ? undefined : targets.get(reference);
  const of = target?.to === 'remote' ? `The script of “${target.host}”` : 'This script';
  const span = reference?.span ?? firstLine(tag.span, source);
  return diagnose(
    'dropped-script',
    span,
    `${of} is left out: a page runs none but its own.`,
    'Remove it, or link to a page that runs it.',
  );
}

function checkAttribute(name: string, span: Span): readonly Diagnostic[] {
  if (isHandler(name)) {
    const message = `“${name}” is left out: a page runs no script but its own.`;
    return [diagnose('event-handler', span, message, 'Remove it.')];
  }
  if (!isRefusedAttribute(name)) return [];
  return [diagnose('dropped-html', span, `“${name}” is left out of the page.`, 'Remove it.')];
}

function hintFor(name: string): string {
  return name === 'object' || name === 'embed' ? 'Write an image, a link or “<iframe>” instead.' : 'Remove it.';
}
