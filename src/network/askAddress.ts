/** An address on the web → whether it leads somewhere: HEAD first, and GET where that is not answered well. */
import type { LinkAnswer } from '../model/linkAnswer.ts';

export interface Limits {
  /** Milliseconds for the headers of one answer. */
  readonly patience: number;
  /** How often a question without a good answer is asked again. */
  readonly retries: number;
  /** Milliseconds before the first of these; each next one waits twice as long. */
  readonly pause: number;
  /** Who asks, for the other host’s records. */
  readonly agent: string;
}

/** More than this leads in a circle, as in browsers. */
const MOST_STEPS = 20;
const PERMANENT: ReadonlySet<number> = new Set([301, 308]);
const TEMPORARY: ReadonlySet<number> = new Set([302, 303, 307]);
const GONE: ReadonlySet<number> = new Set([404, 410]);
const LATER: ReadonlySet<number> = new Set([408, 429, 503]);

/** Asks until there is an answer, or the limits are reached. What follows a `#` is not sent. */
export async function askAddress(url: string, limits: Limits): Promise<LinkAnswer> {
  for (let attempt = 0; ; attempt++) {
    const answer = await askOnce(url, limits);
    const isFinal = answer.state !== 'slow' && answer.state !== 'broken';
    if (isFinal || attempt >= limits.retries) return answer;
    await new Promise((resume) => setTimeout(resume, limits.pause * 2 ** attempt));
  }
}

async function askOnce(url: string, limits: Limits): Promise<LinkAnswer> {
  const first = withoutFragment(url);
  let [at, moved, temporary] = [first, false, false];
  try {
    for (let step = 0; step <= MOST_STEPS; step++) {
      const { status, location } = await statusOf(at, limits);
      const next = location === null || !URL.canParse(location, at) ? null : withoutFragment(new URL(location, at).href);
      if (next === null || !(PERMANENT.has(status) || TEMPORARY.has(status)))
        return verdict(status, moved && at !== first ? at : null);
      if (!/^https?:/.test(next)) return { state: 'fine' };
      temporary = temporary || TEMPORARY.has(status);
      // where one is sent on for the time being, the address before it stays the one to write
      if (!temporary) moved = true;
      at = next;
    }
    return { state: 'broken', why: 'it leads in a circle' };
  } catch (error) {
    return troubleOf(error);
  }

  function verdict(status: number, to: string | null): LinkAnswer {
    if (GONE.has(status)) return { state: 'gone', status };
    if (LATER.has(status)) return { state: 'slow' };
    if (status >= 500) return { state: 'broken', why: `it answers with the error ${status}` };
    if (status >= 400) return { state: 'forbidden', status };
    return to === null || temporary ? { state: 'fine' } : { state: 'moved', to };
  }
}

/** Many hosts answer HEAD with an error, and GET with the page, of which nothing is read. */
async function statusOf(url: string, limits: Limits): Promise<{ readonly status: number; readonly location: string | null }> {
  const head = await request('HEAD', url, limits);
  return head.status < 400 ? head : request('GET', url, limits);
}

async function request(method: 'HEAD' | 'GET', url: string, { patience, agent }: Limits) {
  const answer = await fetch(url, {
    method,
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
    headers: { 'user-agent': agent, accept: 'text/html,*/*;q=0.8' },
  });
  await answer.body?.cancel();
  return { status: answer.status, location: answer.headers.get('location') };
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/, '');
}

const TLS = /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY/;

/** Why there was no answer at all. */
function troubleOf(error: unknown): LinkAnswer {
  const { name, cause } = error as Error & { readonly cause?: { readonly code?: string } };
  const code = cause?.code ?? '';
  if (name === 'TimeoutError' || /TIMEOUT|TIMEDOUT/.test(code)) return { state: 'slow' };
  if (code === 'ENOTFOUND') return { state: 'gone', status: null };
  if (TLS.test(code)) return { state: 'broken', why: 'its certificate is not valid' };
  if (code === 'EAI_AGAIN') return { state: 'broken', why: 'its host cannot be looked up' };
  if (code === 'ECONNREFUSED') return { state: 'broken', why: 'nobody answers there' };
  return { state: 'broken', why: 'the connection breaks off' };
}
