/** A line of a lecture's source → its address in the course's repository, where one can suggest a change to it. */

/** How hosts that have one address for the newest version of a file write it. */
const FORMS: readonly { readonly host: RegExp; readonly path: string }[] = [
  { host: /github/i, path: '/blob/HEAD/{file}?plain=1#L{line}' },
  { host: /gitlab/i, path: '/-/blob/HEAD/{file}?plain=1#L{line}' },
  { host: /bitbucket/i, path: '/src/HEAD/{file}#lines-{line}' },
];

/** `file` from the repository's top; `line` is 1-based. Null for hosts of which the form is not known. */
export function sourceLink(repository: string, file: string, line: number): string | null {
  const form = FORMS.find(({ host }) => host.test(new URL(repository).hostname));
  if (form === undefined) return null;
  const path = file.split('/').map(encodeURIComponent).join('/');
  return repository + form.path.replace('{file}', path).replace('{line}', String(line));
}
