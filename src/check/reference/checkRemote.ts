/** Something of another host on a page → who would learn of the readers, and what to do. */
import type { Reference } from '../../model/attributes.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { Syllabus } from '../../model/syllabus.ts';
import type { Target } from '../../model/target.ts';

const COPY = 'Copy it into assets/, and name it there.';
const FETCH = 'Copy it into assets/, and name it there: “lectern check --localize” does both.';

/** Rules: `remote-image`, `remote-media`, `remote-frame`, which stay, and `remote-style`, which is left out. */
export function checkRemote({ role, span }: Reference, target: Target, syllabus: Syllabus): Diagnostic | null {
  if (target.to !== 'remote') return null;
  const { host } = target;
  switch (role) {
    case 'image': {
      const whom = syllabus.settings.remote === 'ask' ? 'everyone who asks for it' : 'every reader';
      return diagnose('remote-image', span, `This image comes from “${host}”, which learns of ${whom}.`, FETCH);
    }
    case 'media':
      return diagnose('remote-media', span, `This recording comes from “${host}”, which learns of everyone who plays it.`, COPY);
    case 'frame': {
      const message = `This frame shows a page of “${host}”, which learns of everyone who opens it.`;
      return diagnose('remote-frame', span, message, 'Make it a link where that is enough.');
    }
    case 'style': {
      const message = `What “${host}” has is left out: styles, fonts and their images come only from the course.`;
      return diagnose('remote-style', span, message, COPY);
    }
    default:
      return null;
  }
}
