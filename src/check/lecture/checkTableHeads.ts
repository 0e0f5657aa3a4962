/** Tables → those of which nothing says what stands in their columns. */
import type { Block, Inline, Table } from '../../model/blocks.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { Lecture } from '../../model/lecture.ts';
import { firstLine, type LectureRule } from '../lectureCheck.ts';
import { blocksOfKind, nodesOfKind } from '../visitNodes.ts';

const MESSAGE = 'This table has no header, so nothing says what stands in its columns.';

/** Rule: `table-without-header`. One row or one column needs none. */
export const checkTableHeads: LectureRule = ({ lecture, source }) => {
  const tables = blocksOfKind(lecture, 'table').filter(needsHeader);
  const found = tables.map(({ span }) =>
    diagnose('table-without-header', firstLine(span, source), MESSAGE, 'Name the columns in a row above the others.'),
  );
  return /<table\b/i.test(source.text) ? [...found, ...tablesOfHtml(lecture)] : found;
};

function needsHeader({ head, rows, columns }: Table): boolean {
  return head.length === 0 && rows.length > 1 && columns.length > 1;
}

function tablesOfHtml(lecture: Lecture): readonly Diagnostic[] {
  const nodes: readonly (Block | Inline)[] = nodesOfKind(lecture, 'html-tag');
  return nodes.flatMap((tag, at): readonly Diagnostic[] => {
    if (tag.kind !== 'html-tag' || tag.name !== 'table' || tag.form !== 'open') return [];
    if (tag.attributes.some(({ name }) => name === 'role' || name === 'aria-hidden')) return [];
    const end = nodes.findIndex((other, place) => place > at && other.kind === 'html-tag' && other.name === 'table');
    const inside = nodes.slice(at, end < 0 ? at : end).flatMap((one) => (one.kind === 'html-tag' ? [one] : []));
    const opened = (name: string): number => inside.filter((one) => one.name === name && one.form === 'open').length;
    const isList = opened('tr') < 2 || opened('td') < 2 * opened('tr');
    if (isList || inside.some(({ name }) => name === 'th')) return [];
    return [diagnose('table-without-header', tag.span, MESSAGE, 'Write its first cells with “<th>”.')];
  });
}
