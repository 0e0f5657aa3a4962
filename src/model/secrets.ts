/** Finds what of a lecture must be in nothing that is published. */
import type { Block } from './blocks.ts';
import { type Lecture, slidesOf } from './lecture.ts';
import { privateNotesOf } from './publish.ts';
import type { Absence } from './syllabus.ts';
import type { Secret } from './outline.ts';
import { blockText, plainText, walkAllInlines } from './walk.ts';

/** Private notes (unless they are wanted) and comments; for a lecture that is absent, all of its text. */
export function findSecrets(lecture: Lecture, absence: Absence | null, privateNotes: boolean): readonly Secret[] {
  const comments = lecture.comments.map(({ text, span }): Secret => ({ text, what: 'comment', span }));
  if (absence !== null) {
    const what = absence === 'draft' ? 'draft' : 'unreleased lecture';
    const slides = slidesOf(lecture).map(
      (slide): Secret => ({ text: `${plainText(slide.heading?.children ?? [])}\n${textOf(slide.body)}`, what, span: slide.span }),
    );
    return [...slides, ...comments];
  }
  if (privateNotes) return comments;
  const notes = slidesOf(lecture).flatMap(privateNotesOf);
  return [...notes.map((note): Secret => ({ text: textOf(note.children), what: 'private note', span: note.span })), ...comments];
}

/** The words of blocks, and the addresses and descriptions that they hold. */
function textOf(blocks: readonly Block[]): string {
  const addresses: string[] = [];
  walkAllInlines(blocks, (inline) => {
    if (inline.kind === 'link' && !inline.automatic) addresses.push(inline.target.address);
    if (inline.kind === 'image') addresses.push(inline.source.address);
  });
  return [blockText(blocks), ...addresses].join('\n');
}
