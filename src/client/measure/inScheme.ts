/** A page → what is done in it in the light, or in the dark; then it is as it was. */

export async function inScheme<Found>(scheme: 'light' | 'dark', find: () => Promise<Found>): Promise<Found> {
  const root = document.documentElement;
  const before = root.dataset['scheme'];
  root.dataset['scheme'] = scheme;
  try {
    return await find();
  } finally {
    if (before === undefined) delete root.dataset['scheme'];
    else root.dataset['scheme'] = before;
  }
}
