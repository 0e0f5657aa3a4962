/** Two versions of a list → which item of the one is which of the other: by content, then by name, then by likeness and order. */

/** What items are compared by; `name` is empty where there is none, and only items of one kind are taken for each other. */
export interface Likeness<Item> {
  readonly isSame: (one: Item, other: Item) => boolean;
  readonly content: (item: Item) => string;
  readonly name: (item: Item) => string;
  readonly kind: (item: Item) => string;
}

/** The index of each item of `after` in `before`; null where it is new. */
export function matchLists<Item>(
  before: readonly Item[],
  after: readonly Item[],
  like: Likeness<Item>,
): readonly (number | null)[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && like.isSame(before[start] as Item, after[start] as Item)) start += 1;
  let end = 0;
  while (end < shorter - start && like.isSame(before.at(-1 - end) as Item, after.at(-1 - end) as Item)) end += 1;
  const middle = matchMiddle(before.slice(start, before.length - end), after.slice(start, after.length - end), like);
  return after.map((_, at) => {
    if (at < start) return at;
    if (at >= after.length - end) return at - after.length + before.length;
    const found = middle[at - start] ?? null;
    return found === null ? null : found + start;
  });
}

/** Longer lists are matched without regard to the order of what is equal. */
const LARGEST = 1_000_000;

function matchMiddle<Item>(before: readonly Item[], after: readonly Item[], like: Likeness<Item>): readonly (number | null)[] {
  const found: (number | null)[] = after.map(() => null);
  if (before.length === 0 || after.length === 0) return found;
  const [old, now] = [before.map(like.content), after.map(like.content)];
  if (old.length * now.length <= LARGEST) matchInOrder(old, now, found);
  matchBy(old, now, found);
  matchBy(before.map(like.name), after.map(like.name), found);
  matchGaps(before.map(like.kind), after.map(like.kind), old, now, found);
  return found;
}

/** The longest sequence that both have. */
function matchInOrder(before: readonly string[], after: readonly string[], found: (number | null)[]): void {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      lengths[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) {
      found[j] = i;
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
}

/** What is left and has the same key, wherever it went. */
function matchBy(before: readonly string[], after: readonly string[], found: (number | null)[]): void {
  const free = new Map<string, number[]>();
  const taken = new Set(found);
  before.forEach((key, at) => {
    if (key !== '' && !taken.has(at)) free.set(key, [...(free.get(key) ?? []), at]);
  });
  after.forEach((key, at) => {
    if (found[at] === null) found[at] = free.get(key)?.shift() ?? null;
  });
}

/** What is left between the same neighbours: the most alike first, then in order. */
function matchGaps(
  kindsBefore: readonly string[],
  kindsAfter: readonly string[],
  before: readonly string[],
  after: readonly string[],
  found: (number | null)[],
): void {
  const taken = new Set(found);
  for (const { olds, news } of gapsOf(before.length, found, taken)) {
    const pairs = olds
      .flatMap((old) => news.map((now) => ({ old, now })))
      .filter(({ old, now }) => kindsBefore[old] === kindsAfter[now])
      .map((pair) => ({ ...pair, alike: olds.length === 1 && news.length === 1 ? 1 : alike(before[pair.old], after[pair.now]) }))
      .sort((a, b) => b.alike - a.alike || Math.abs(a.old - a.now) - Math.abs(b.old - b.now));
    for (const { old, now } of pairs) {
      if (taken.has(old) || found[now] !== null) continue;
      found[now] = old;
      taken.add(old);
    }
  }
}

/** Larger gaps are matched a part at a time. */
const WIDEST = 60;

function gapsOf(
  length: number,
  found: readonly (number | null)[],
  taken: ReadonlySet<number | null>,
): readonly { readonly olds: readonly number[]; readonly news: readonly number[] }[] {
  const gaps: { olds: number[]; news: number[] }[] = [];
  let news: number[] = [];
  let from = 0;
  [...found, length].forEach((old, at) => {
    if (old === null) {
      news.push(at);
      return;
    }
    const olds: number[] = [];
    for (let one = from; one < old; one++) if (!taken.has(one)) olds.push(one);
    if (news.length > 0 && olds.length > 0) gaps.push({ olds: olds.slice(0, WIDEST), news: news.slice(0, WIDEST) });
    news = [];
    from = old + 1;
  });
  return gaps;
}

/** How many of their words two texts share: 0 to 1. */
function alike(one = '', other = ''): number {
  const [left, right] = [wordsIn(one), wordsIn(other)];
  let shared = 0;
  for (const word of left) if (right.has(word)) shared += 1;
  return (2 * shared) / Math.max(1, left.size + right.size);
}

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.split(/[^\p{L}\p{N}]+/u));
}
