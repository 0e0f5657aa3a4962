/** The links of a course to other hosts → what these say of them: for `check --links` alone, never in a build. */
import { checkAnswers } from './check/course/checkAnswers.ts';
import type { LinkAnswer } from './model/linkAnswer.ts';
import type { Resolved } from './model/target.ts';
import { askAddresses } from './network/askAddresses.ts';
import type { Limits } from './network/askAddress.ts';
import { openLinkMemory } from './linkMemory.ts';
import type { Inspection } from './pipeline.ts';

export interface LinkInspection {
  /** Absolute path of the course's folder, in which answers are kept for some days. */
  readonly root: string;
  readonly limits: Limits;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Told how many addresses have an answer, and of how many. */
  readonly onProgress: (done: number, all: number) => void;
}

/** Asks for links, images, media and frames; styles and scripts of other hosts are left out of the pages anyway. */
export function inspectLinks({ root, limits, now, onProgress }: LinkInspection): Inspection {
  return {
    find: async ({ uses }) => {
      const memory = openLinkMemory(root, now);
      const urls = [...new Set(uses.flatMap((use) => addressOf(use) ?? []))];
      const answers = new Map(urls.map((url) => [url, memory.get(url)]));
      const open = urls.filter((url) => answers.get(url) === null);
      const fresh = new Map<string, LinkAnswer>();
      await askAddresses(open, limits, (url, answer) => {
        fresh.set(url, answer);
        onProgress(fresh.size, open.length);
      });
      for (const [url, answer] of withoutNetwork(fresh)) {
        answers.set(url, answer);
        memory.put(url, answer);
      }
      memory.save();
      const answerOf = (url: string): LinkAnswer | null => answers.get(withoutFragment(url)) ?? null;
      const diagnostics = checkAnswers(
        uses.filter((use) => addressOf(use) !== null),
        answerOf,
      );
      return { ran: ['links'], diagnostics };
    },
  };
}

/** Where no host can be found at all, it may be this machine that is cut off. */
function withoutNetwork(answers: ReadonlyMap<string, LinkAnswer>): ReadonlyMap<string, LinkAnswer> {
  const isLost = (answer: LinkAnswer): boolean => answer.state === 'gone' && answer.status === null;
  if (![...answers.values()].every(isLost)) return answers;
  return new Map([...answers.keys()].map((url) => [url, { state: 'broken', why: 'there is no such host, or no network' }]));
}

function addressOf({ reference, target }: Resolved): string | null {
  if (target.to !== 'remote' || reference.role === 'style' || reference.role === 'script') return null;
  return /^https?:/i.test(target.url) && URL.canParse(target.url) ? withoutFragment(target.url) : null;
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/, '');
}
