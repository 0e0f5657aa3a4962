/** Links to other hosts, with what these answered → those that lead nowhere, somewhere else, or not everyone anywhere. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { LinkAnswer } from '../../model/linkAnswer.ts';
import type { Span } from '../../model/source.ts';
import type { Resolved } from '../../model/target.ts';
import { shorten } from '../shorten.ts';

/**
 * Rules: `gone-link`, `moved-link`, `forbidden-link`, `slow-link`, `broken-link`, at every place that names the address.
 * `answerOf` is null for what nobody asked.
 */
export function checkAnswers(uses: readonly Resolved[], answerOf: (url: string) => LinkAnswer | null): readonly Diagnostic[] {
  return uses.flatMap(({ reference, target }) => {
    const answer = target.to === 'remote' ? answerOf(target.url) : null;
    return target.to === 'remote' && answer !== null ? (checkAnswer(target.url, answer, reference.span) ?? []) : [];
  });
}

function checkAnswer(url: string, answer: LinkAnswer, span: Span): Diagnostic | null {
  const name = `“${shorten(url)}”`;
  switch (answer.state) {
    case 'fine':
      return null;
    case 'gone': {
      const message =
        answer.status === null ? `There is no host “${new URL(url).host}”.` : `Nothing is at ${name} (${answer.status}).`;
      return diagnose('gone-link', span, message, 'Correct the address, find another source, or remove the link.');
    }
    case 'moved':
      return movedLink(url, answer.to, span);
    case 'forbidden': {
      const message = `${name} does not let everyone in (${answer.status}).`;
      return diagnose('forbidden-link', span, message, 'Open it without being signed in: readers see what you see then.');
    }
    case 'slow':
      return diagnose('slow-link', span, `${name} does not answer in time.`, 'Check it again later.');
    case 'broken':
      return diagnose(
        'broken-link',
        span,
        `${name} cannot be read: ${answer.why}.`,
        'Check it again later, or find another source.',
      );
  }
}

function movedLink(url: string, to: string, span: Span): Diagnostic {
  const [from, there] = [new URL(url), new URL(to)];
  const isHome = there.pathname === '/' && there.search === '' && from.pathname !== '/';
  const message = `“${shorten(url)}” has moved${isHome ? ' to a home page' : ''}.`;
  const hint = isHome ? `Look for it at “${to}”, since what it was is probably gone.` : `Write “${to}${from.hash}”.`;
  return diagnose('moved-link', span, message, hint);
}
