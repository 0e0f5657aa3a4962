/** A reference that leads nowhere → which of its words to change, and to what. */
import type { Reference } from '../../model/attributes.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { Span } from '../../model/source.ts';
import type { Target } from '../../model/target.ts';
import { shorten } from '../shorten.ts';

/** What is probably the name of a host, with its `https://` forgotten. */
const HOST = /^(?:www\.|(?:[\w-]+\.)+(?:com|org|net|edu|gov|info|io|dev|ai|eu|at|be|ch|de|es|fr|it|nl|pl|se|uk)(?:[/?#:]|$))/i;

/** Rules: `missing-image`, `missing-file`, `dead-link`, `wrong-letter-case`, `outside-course`. */
export function checkNowhere(reference: Reference, target: Target): Diagnostic | null {
  if (target.to !== 'nowhere') return null;
  const { span, address } = reference;
  // what is wrong is told as `curly-quotes`
  if (/^[“”„‘’«‹]/u.test(address)) return null;
  const name = shorten(address);
  const { nearest } = target;
  if (target.why === 'case' && nearest !== null) {
    const message = `“${name}” is spelled “${nearest}” in the course.`;
    return diagnose('wrong-letter-case', span, message, 'Write it so, since letter case counts on the web.');
  }
  if (target.why === 'outside') {
    const hint = nearest === null ? 'Copy the file into the course, and name it there.' : `Write “${nearest}”.`;
    return diagnose('outside-course', span, `“${name}” leads out of the course.`, hint);
  }
  return reference.role === 'link' ? deadLink(name, span, nearest) : missingFile(reference, name, nearest);
}

function deadLink(name: string, span: Span, nearest: string | null): Diagnostic {
  if (name === '') return diagnose('dead-link', span, 'This link has no address.', 'Write where it leads.');
  const isHost = HOST.test(name);
  const isPage = isHost || /\.(?:md|markdown|html?)(?:[?#]|$)/i.test(name) || !name.includes('.');
  const meant = nearest ?? (isHost ? `https://${name}` : null);
  const correct = meant === null ? 'Correct the address, or remove the link.' : `Write “${meant}”.`;
  return diagnose('dead-link', span, `Nothing is at “${name}”, where this link leads.`, isPage ? correct : putThere(nearest));
}

function missingFile({ role, span }: Reference, name: string, nearest: string | null): Diagnostic {
  const [rule, noun] = role === 'image' ? (['missing-image', 'Image'] as const) : (['missing-file', 'File'] as const);
  if (name !== '') return diagnose(rule, span, `${noun} “${name}” does not exist.`, putThere(nearest));
  return diagnose(rule, span, `This ${noun.toLowerCase()} has no address.`, 'Write the path of a file.');
}

function putThere(nearest: string | null): string {
  return nearest === null ? 'Put the file there, or correct the path.' : `Write “${nearest}”, or put the file there.`;
}
