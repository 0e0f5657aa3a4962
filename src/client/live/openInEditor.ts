/** A mistake → the place in its author's editor, by way of the server. */
import { OPEN_PATH, type OpenOrder, type Problem } from '../../model/wire.ts';

/** What the server says where it could not; null where it could. `noAnswer` is said where it says nothing. */
export async function openInEditor(root: URL, { place }: Problem, noAnswer: string): Promise<string | null> {
  if (place === null) return null;
  const order: OpenOrder = { path: place.path, line: place.line ?? 1, column: place.column ?? 1 };
  try {
    const answer = await fetch(new URL(OPEN_PATH, root), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(order),
    });
    return answer.ok ? null : (await answer.text()).trim();
  } catch {
    return noAnswer;
  }
}
