/** What code asks of its lines → numbers that cannot be made out, and lines that it does not have. */
import type { Pair } from '../../model/attributes.ts';
import type { Code } from '../../model/blocks.ts';
import { emphasisOf, firstLineOf, isNumber, MOST_STEPS, rangeOf } from '../../model/codeLines.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { SourceFile, Span } from '../../model/source.ts';
import type { LectureRule } from '../lectureCheck.ts';
import { nodesOfKind } from '../visitNodes.ts';

const HINT = 'Write lines and ranges with commas between them, and a bar between steps: “1,3-5|all”.';

/** Rules: `line-numbers` and `missing-line`. */
export const checkCodeLines: LectureRule = ({ lecture, source }) => {
  return nodesOfKind(lecture, 'code').flatMap((code) => (code.attributes.pairs.length > 0 ? checkCode(code, source) : []));
};

function checkCode(code: Code, source: SourceFile): readonly Diagnostic[] {
  const first = firstLineOf(code.attributes);
  const emphasis = emphasisOf(code.attributes);
  const wrong =
    first === null || isNumber(first.value)
      ? []
      : [
          diagnose(
            'line-numbers',
            first.span,
            `“${first.key}” is the number of the first line, and this is “${first.value}”.`,
            'Give a whole number, such as 10.',
          ),
        ];
  return emphasis === null || /^\s*(?:|true|false)\s*$/.test(emphasis.value)
    ? wrong
    : [...wrong, ...checkSteps(emphasis, code.text.split('\n').length, source)];
}

function checkSteps(pair: Pair, lines: number, source: SourceFile): readonly Diagnostic[] {
  const steps = pair.value.split('|');
  const parts = steps.slice(0, MOST_STEPS).flatMap((step) => (step.trim() === 'all' ? [] : step.split(',')));
  if (steps.length > MOST_STEPS) {
    const message = `This code has ${steps.length} steps, and those after the first ${MOST_STEPS} are left out.`;
    return [diagnose('line-numbers', pair.span, message, 'Show less of it at a time, on slides of its own.')];
  }
  return [...new Set(parts.slice(0, 200).map((part) => part.trim()))].flatMap((part) => checkPart(part, pair, lines, source));
}

function checkPart(part: string, pair: Pair, lines: number, source: SourceFile): readonly Diagnostic[] {
  const range = rangeOf(part);
  if (range === null) {
    const message = `${part === '' ? 'An empty step' : `“${part}”`} names no lines, so all lines of this step look alike.`;
    return [diagnose('line-numbers', placeOf(part, pair, source), message, HINT)];
  }
  const [first, last] = range;
  if (first >= 1 && last <= lines) return [];
  const missing = first < 1 ? 0 : Math.max(first, lines + 1);
  const message = `There is no line ${missing} in this code, which has ${lines === 1 ? 'one line' : `${lines} lines`}.`;
  const hint = 'Count from 1 at the first line of the code, whatever number it shows.';
  return [diagnose('missing-line', placeOf(part, pair, source), message, hint)];
}

/** Where a part of the value stands; the whole where it is not written so. */
function placeOf(part: string, { span, value }: Pair, source: SourceFile): Span {
  const written = source.text.slice(span.start, span.end);
  const inValue = value.search(new RegExp(`(?<![^|,\\s])${part.replace(/[^\w]/g, '\\$&')}(?![^|,\\s])`));
  const at = written.lastIndexOf(value) + inValue;
  if (part === '' || inValue < 0 || !written.includes(value)) return span;
  return { ...span, start: span.start + at, end: span.start + at + part.length };
}
