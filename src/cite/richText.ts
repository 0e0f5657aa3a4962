/** What stands before and behind a key, as written → text with CSL's tags. */

/** Emphasis as tags; quotes, dashes and escapes as they are set. */
export function richText(written: string): string {
  return written
    .replace(/\s+/g, ' ')
    .replace(/\*\*([^*]+)\*\*/g, '<b>$1</b>')
    .replace(/(?<![\p{L}\p{N}\\*])([*_])([^*_]+)\1(?![\p{L}\p{N}])/gu, '<i>$2</i>')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/\.\.\./g, '…')
    .replace(/(^|[\s(])"/g, '$1“')
    .replace(/"/g, '”')
    .replace(/'/g, '’')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
