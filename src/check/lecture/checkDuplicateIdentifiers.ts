/** Identifiers that the author gave → those that something else in the lecture has already. */
import type { Block, Inline } from '../../model/blocks.ts';
import { diagnose } from '../../model/diagnostic.ts';
import type { Lecture } from '../../model/lecture.ts';
import { isRefusedTag } from '../../model/refusedHtml.ts';
import type { Span } from '../../model/source.ts';
import { attributesOf } from '../../model/walk.ts';
import { firstLine, type LectureRule } from '../lectureCheck.ts';
import { markedNodes } from '../visitNodes.ts';

interface Identifier {
  readonly id: string;
  /** Of the words that give it; null where it was made from a heading's text. */
  readonly given: Span | null;
  readonly span: Span;
}

/** Rule: `duplicate-identifier`. Identifiers made from text are unique by themselves, and give way to nobody. */
export const checkDuplicateIdentifiers: LectureRule = ({ lecture, source }) => {
  const first = new Map<string, Identifier>();
  return identifiersOf(lecture).flatMap((identifier) => {
    const other = first.get(identifier.id);
    if (other === undefined) first.set(identifier.id, identifier);
    if (other === undefined || identifier.given === null) return [];
    const related =
      other.given === null
        ? { message: 'This heading has it from its text.', span: firstLine(other.span, source) }
        : { message: 'It is given here.', span: other.given };
    const hint = 'Choose another: links lead to the first place.';
    return [diagnose('duplicate-identifier', identifier.given, `Identifier “${identifier.id}” is taken.`, hint, [related])];
  });
};

function identifiersOf(lecture: Lecture): readonly Identifier[] {
  return markedNodes(lecture).flatMap(identifierOf);
}

function identifierOf(node: Block | Inline): readonly Identifier[] {
  if (node.kind === 'html-tag' || node.kind === 'html-verbatim') {
    if (isRefusedTag(node.name)) return [];
    const attribute = node.attributes.find(({ name }) => name === 'id');
    return attribute?.value == null ? [] : [{ id: attribute.value, given: attribute.span, span: node.span }];
  }
  const attributes = attributesOf(node);
  return attributes?.id == null ? [] : [{ id: attributes.id, given: attributes.idSpan, span: node.span }];
}
