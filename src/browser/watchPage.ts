/** A page of the browser → what goes wrong in it: scripts that fail, and what it asks other hosts for. */
import type { BrowserPage } from './openBrowser.ts';
import type { PageError, PageRequest, PageTrouble } from '../model/trouble.ts';

export interface Watch {
  /** What went wrong since the last time, or since the page is watched. */
  readonly take: () => PageTrouble;
}

/** What a browser says of requests that fail, which are told as requests. */
const NOT_LOADED = /^Failed to load resource|net::ERR_|ERR_BLOCKED|Content Security Policy/;

/** From now on, for as long as the page is there. */
export async function watchPage(window: BrowserPage): Promise<Watch> {
  const errors: PageError[] = [];
  const requests: PageRequest[] = [];
  window.listen((event, facts) => {
    const error = errorOf(event, facts);
    if (error !== null) errors.push(error);
    const request = event === 'Network.requestWillBeSent' ? requestOf(facts) : null;
    if (request !== null) requests.push(request);
  });
  for (const domain of ['Runtime', 'Log', 'Network', 'Page']) await window.send(`${domain}.enable`);
  return { take: () => ({ errors: errors.splice(0), requests: requests.splice(0) }) };
}

interface Place {
  readonly url?: string;
  readonly lineNumber?: number;
}

function errorOf(event: string, facts: unknown): PageError | null {
  if (event === 'Runtime.exceptionThrown') {
    const { exceptionDetails: said } = facts as {
      exceptionDetails: Place & { text: string; exception?: { description?: string } };
    };
    return makeError(said.exception?.description ?? said.text, said);
  }
  if (event === 'Runtime.consoleAPICalled') {
    const { type, args, stackTrace } = facts as {
      type: string;
      args: readonly { value?: unknown; description?: string }[];
      stackTrace?: { callFrames: readonly Place[] };
    };
    const text = args.map(({ value, description }) => String(value ?? description ?? '')).join(' ');
    return type === 'error' || type === 'assert' ? makeError(text, stackTrace?.callFrames[0] ?? {}) : null;
  }
  if (event !== 'Log.entryAdded') return null;
  const { entry } = facts as { entry: Place & { level: string; text: string } };
  return entry.level === 'error' && !NOT_LOADED.test(entry.text) ? makeError(entry.text, entry) : null;
}

/** Of what it says the first line; lines are counted from 0. */
function makeError(text: string, { url = '', lineNumber }: Place): PageError {
  const [first = ''] = text.split('\n');
  return { text: first.slice(0, 200), url: url === '' ? null : url, line: lineNumber === undefined ? null : lineNumber + 1 };
}

function requestOf(facts: unknown): PageRequest | null {
  const { request, type, documentURL, initiator } = facts as {
    request: { url: string };
    type?: string;
    documentURL: string;
    initiator: { url?: string; stack?: { callFrames: readonly Place[] } };
  };
  if (!/^(?:https?|wss?):/i.test(request.url)) return null;
  const by = initiator.stack?.callFrames[0]?.url || initiator.url || documentURL;
  return { url: request.url, kind: (type ?? 'Other').toLowerCase(), by };
}
