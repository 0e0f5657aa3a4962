/** Plain text → text that is safe in HTML. */

const SPECIAL = /[&<>"]/;

/** For text between tags and for attribute values in double quotes. */
export function escapeHtml(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** JSON that can stand inside a `<script>`: no `</script>` and no `<!--` in it. */
export function escapeJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
