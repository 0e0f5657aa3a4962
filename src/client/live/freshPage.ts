/** The page's address → the page as the server has it now. One answer is waited for at a time, and only the newest counts. */

/** Null where there is no such page any more. Never rejects: without a server nothing is given, and it is asked again. */
export function freshPages(show: (page: Document | null) => void): () => void {
  const state = { asking: false, again: false };
  const ask = async (): Promise<void> => {
    if (state.asking) {
      state.again = true;
      return;
    }
    state.asking = true;
    const page = await fetchPage();
    state.asking = false;
    const again = state.again;
    state.again = false;
    if (again) return ask();
    if (page !== undefined) show(page);
  };
  return () => void ask();
}

/** Undefined: the server did not answer. */
async function fetchPage(): Promise<Document | null | undefined> {
  try {
    const answer = await fetch(location.pathname + location.search, { cache: 'no-store' });
    if (!answer.ok) return null;
    return new DOMParser().parseFromString(await answer.text(), 'text/html');
  } catch {
    return undefined;
  }
}
