/** The two ends of a pipe to a Chromium → commands and their answers, by the DevTools protocol: JSON texts that end with NUL. */
import type { Readable, Writable } from 'node:stream';

export type Answer = Readonly<Record<string, unknown>>;

export interface Protocol {
  /** `session`: the page that is meant; null is the browser itself. Rejects where it fails, takes too long, or the browser ends. */
  readonly send: (method: string, parameters?: Answer, session?: string | null) => Promise<Answer>;
  /** Calls `hear` for whatever a page tells of its own accord. */
  readonly listen: (session: string, hear: (event: string, facts: Answer) => void) => void;
  /** All that waits for an answer gets none. */
  readonly end: (why: string) => void;
}

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** An answer has the number of its command; an event has none. */
interface Message {
  readonly id?: number;
  readonly result?: Answer;
  readonly error?: { readonly message: string };
  readonly method?: string;
  readonly params?: Answer;
  readonly sessionId?: string;
}

/** For machines that have other things to do; in milliseconds. */
const PATIENCE = 60_000;

export function speakProtocol(commands: Writable, answers: Readable): Protocol {
  const waiting = new Map<number, Waiting>();
  const listening = new Map<string, (event: string, facts: Answer) => void>();
  const state = { last: 0, text: '', ended: null as string | null };
  const end = (why: string): void => {
    state.ended ??= why;
    for (const { reject } of waiting.values()) reject(new Error(why));
    waiting.clear();
  };
  const hear = (text: string): void => {
    const { id, result, error, method, params, sessionId } = JSON.parse(text) as Message;
    if (id === undefined) listening.get(sessionId ?? '')?.(method ?? '', params ?? {});
    if (id === undefined) return;
    const waits = waiting.get(id);
    if (waits === undefined) return;
    waiting.delete(id);
    if (error === undefined) waits.resolve(result ?? {});
    else waits.reject(new Error(error.message));
  };
  answers.setEncoding('utf8').on('data', (piece: string) => {
    const texts = (state.text + piece).split('\0');
    state.text = texts.pop() ?? '';
    texts.forEach(hear);
  });
  // A pipe breaks because the browser ended, and how it ended says more.
  for (const stream of [commands, answers]) stream.on('error', () => undefined);
  const send: Protocol['send'] = (method, parameters = {}, session = null) => {
    if (state.ended !== null) return Promise.reject(new Error(state.ended));
    const id = ++state.last;
    commands.write(
      `${JSON.stringify({ id, method, params: parameters, ...(session === null ? {} : { sessionId: session }) })}\0`,
    );
    return inTime(new Promise<Answer>((resolve, reject) => waiting.set(id, { resolve, reject })), method);
  };
  return { send, end, listen: (session, hears) => void listening.set(session, hears) };
}

async function inTime(answer: Promise<Answer>, method: string): Promise<Answer> {
  const state: { timer?: NodeJS.Timeout } = {};
  const late = new Promise<never>((_, reject) => {
    state.timer = setTimeout(() => reject(new Error(`It did not answer “${method}” in time.`)), PATIENCE);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(state.timer);
  }
}
