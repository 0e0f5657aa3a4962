/** Many addresses → an answer for each: one question at a time for each host, several hosts at once. */
import type { LinkAnswer } from '../model/linkAnswer.ts';
import { askAddress, type Limits } from './askAddress.ts';

/** Hosts that are asked at once. */
const HOSTS = 8;

/** `tell` hears of each answer as it comes. */
export async function askAddresses(
  urls: readonly string[],
  limits: Limits,
  tell: (url: string, answer: LinkAnswer) => void,
): Promise<void> {
  const waiting = [...byHost(urls).values()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      for (const url of next) tell(url, await askAddress(url, limits));
  };
  await Promise.all(Array.from({ length: HOSTS }, work));
}

function byHost(urls: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const hosts = new Map<string, string[]>();
  for (const url of new Set(urls)) {
    const { host } = new URL(url);
    hosts.set(host, [...(hosts.get(host) ?? []), url]);
  }
  return hosts;
}
