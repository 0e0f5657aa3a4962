/** An address that no page may hold → a diagnostic. */
import type { Reference } from '../../model/attributes.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { Target } from '../../model/target.ts';
import { shorten } from '../shorten.ts';

/** Rule: `refused-address`: `javascript:`, `data:text/html`, `file:` and schemes that are not known. */
export function checkRefused({ span, address }: Reference, target: Target): Diagnostic | null {
  if (target.to !== 'refused') return null;
  const message = `“${shorten(address)}” is left out: it is neither a path nor an address on the web.`;
  return diagnose('refused-address', span, message, 'Write the path of a file in the course, or an https address.');
}
