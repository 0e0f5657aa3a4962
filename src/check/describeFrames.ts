/** Pages of the author's that lectures show in frames → scripts in them that fail, and hosts that no lecture names. */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import type { Span } from '../model/source.ts';
import type { PageTrouble } from '../model/trouble.ts';

export interface WatchedFrame {
  /** Its path in the course. */
  readonly file: string;
  /** Where lectures name it. */
  readonly span: Span;
  readonly trouble: PageTrouble;
}

/**
 * Rules: `script-error`, `unnamed-host`. `named`: hosts that the course names; `nameOf`: a file of the site, as its
 * author knows it.
 */
export function describeFrames(
  frames: readonly WatchedFrame[],
  named: ReadonlySet<string>,
  nameOf: (url: string) => string,
): readonly Diagnostic[] {
  return frames.flatMap((frame) => [...describeErrors(frame, nameOf), ...describeHosts(frame, named, nameOf)]);
}

function describeErrors({ span, file, trouble }: WatchedFrame, nameOf: (url: string) => string): readonly Diagnostic[] {
  const messages = trouble.errors.map(({ text, url, line }) => {
    const where = url === null ? `“${file}”` : `“${nameOf(url)}”`;
    return `${where} fails${line === null ? '' : ` on line ${line}`}: ${text.replace(/\.$/, '')}.`;
  });
  return [...new Set(messages)].map((message) =>
    diagnose('script-error', span, message, 'Mend the script, or leave the frame out.'),
  );
}

/** What is asked for, as people call it. */
const KINDS: Readonly<Record<string, string>> = {
  script: 'a script',
  stylesheet: 'a style sheet',
  image: 'a picture',
  font: 'a typeface',
  media: 'a recording',
  document: 'a page',
};

function describeHosts(
  { span, file, trouble }: WatchedFrame,
  named: ReadonlySet<string>,
  nameOf: (url: string) => string,
): readonly Diagnostic[] {
  const messages = trouble.requests.flatMap(({ url, kind, by }) => {
    const host = URL.canParse(url) ? new URL(url).host : '';
    if (host === '' || named.has(host)) return [];
    return [`“${nameOf(by) || file}” asks “${host}” for ${KINDS[kind] ?? 'data'}, and no lecture names that host.`];
  });
  const hint = 'Put a copy of what it asks for beside it.';
  return [...new Set(messages)].map((message) => diagnose('unnamed-host', span, message, hint));
}
