/** Paths with what a host answers there → a host on this machine, closed when the test is over. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A status; one with a place to go; or whatever it does. */
export type HostAnswer =
  | number
  | readonly [status: number, location: string]
  | ((request: IncomingMessage, response: ServerResponse) => void);

export interface Host {
  /** `http://127.0.0.1:1234`. */
  readonly url: string;
  /** What it was asked, as `HEAD /path`, in order. */
  readonly asked: readonly string[];
  /** The most questions that were open at once. */
  readonly atOnce: () => number;
  /** Who asked last. */
  readonly agent: () => string;
}

/** Anything else is answered with 404. */
export async function serveAnswers(answers: Readonly<Record<string, HostAnswer>>): Promise<Host> {
  const asked: string[] = [];
  const open = { now: 0, most: 0, agent: '' };
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    open.agent = request.headers['user-agent'] ?? '';
    open.now++;
    open.most = Math.max(open.most, open.now);
    response.on('close', () => open.now--);
    const answer = answers[request.url ?? ''] ?? 404;
    if (typeof answer === 'function') answer(request, response);
    else if (typeof answer === 'number') setTimeout(() => response.writeHead(answer).end(), 5);
    else response.writeHead(answer[0], { location: answer[1] }).end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    atOnce: () => open.most,
    agent: () => open.agent,
  };
}
