/** One lecture → everything that is wrong with it, as far as its tree, its targets and its lines tell. */
import type { Diagnostic } from '../model/diagnostic.ts';
import { checkAlternativeText } from './lecture/checkAlternativeText.ts';
import { checkAlternativeWords } from './lecture/checkAlternativeWords.ts';
import { checkAmbiguousHeadings } from './lecture/checkAmbiguousHeadings.ts';
import { checkBackslashFormulas } from './lecture/checkBackslashFormulas.ts';
import { checkBareAddresses } from './lecture/checkBareAddresses.ts';
import { checkBlankLines } from './lecture/checkBlankLines.ts';
import { checkCodeLines } from './lecture/checkCodeLines.ts';
import { checkConflictMarkers } from './lecture/checkConflictMarkers.ts';
import { checkCurlyQuotes } from './lecture/checkCurlyQuotes.ts';
import { checkDroppedHtml } from './lecture/checkDroppedHtml.ts';
import { checkDuplicateIdentifiers } from './lecture/checkDuplicateIdentifiers.ts';
import { checkEmptySlides } from './lecture/checkEmptySlides.ts';
import { checkFlippedLevel } from './lecture/checkFlippedLevel.ts';
import { checkFootnotes } from './lecture/checkFootnotes.ts';
import { checkFormulas } from './lecture/checkFormulas.ts';
import { checkHeadingOrder } from './lecture/checkHeadingOrder.ts';
import { checkHeadingsOutside } from './lecture/checkHeadingsOutside.ts';
import { checkInvisibleCharacters } from './lecture/checkInvisibleCharacters.ts';
import { checkLinkText } from './lecture/checkLinkText.ts';
import { checkLostCaptions } from './lecture/checkLostCaptions.ts';
import { checkMinutes } from './lecture/checkMinutes.ts';
import { checkMissingNotes } from './lecture/checkMissingNotes.ts';
import { checkMistakenPauses } from './lecture/checkMistakenPauses.ts';
import { checkNotesHeadings } from './lecture/checkNotesHeadings.ts';
import { checkOwnLinks } from './lecture/checkOwnLinks.ts';
import { checkPastedBullets } from './lecture/checkPastedBullets.ts';
import { checkQuestions } from './lecture/checkQuestions.ts';
import { checkSlideLoad } from './lecture/checkSlideLoad.ts';
import { checkStrayAttributes } from './lecture/checkStrayAttributes.ts';
import { checkTableHeads } from './lecture/checkTableHeads.ts';
import { checkTodos } from './lecture/checkTodos.ts';
import { checkUnderlinedText } from './lecture/checkUnderlinedText.ts';
import { checkVisibleNotes } from './lecture/checkVisibleNotes.ts';
import type { LectureCheck, LectureRule } from './lectureCheck.ts';
import { checkReferences } from './reference/checkReferences.ts';

/** One line for each kind of trouble. */
const RULES: readonly LectureRule[] = [
  ({ targets, syllabus }) => checkReferences(targets, syllabus),
  checkOwnLinks,
  checkAlternativeText,
  checkAlternativeWords,
  checkLinkText,
  checkTableHeads,
  checkHeadingOrder,
  checkSlideLoad,
  checkDroppedHtml,
  checkDuplicateIdentifiers,
  checkAmbiguousHeadings,
  checkEmptySlides,
  checkFlippedLevel,
  checkHeadingsOutside,
  checkNotesHeadings,
  checkMissingNotes,
  checkMinutes,
  checkVisibleNotes,
  checkQuestions,
  checkTodos,
  checkBlankLines,
  checkUnderlinedText,
  checkStrayAttributes,
  checkFootnotes,
  checkMistakenPauses,
  checkFormulas,
  checkBackslashFormulas,
  checkBareAddresses,
  checkLostCaptions,
  checkCodeLines,
  checkConflictMarkers,
  checkInvisibleCharacters,
  checkCurlyQuotes,
  checkPastedBullets,
];

/** Everything that the rules find, in the order of the rules. Whether slides of other lectures exist is the course's to check. */
export function checkLecture(check: LectureCheck): readonly Diagnostic[] {
  return RULES.flatMap((rule) => rule(check));
}
