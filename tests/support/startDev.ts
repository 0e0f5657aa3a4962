/** A course on disk → the development server that shows it, as a user starts it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { PROGRAM } from './program.ts';

export interface Dev {
  /** With a slash at its end. */
  readonly url: string;
  /** Everything that it printed so far. */
  readonly printed: () => string;
  readonly stop: () => Promise<void>;
}

export interface DevWishes {
  /** One that is free where none is given. */
  readonly port?: number;
  /** More options. */
  readonly options?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** Comes back when the server says where it is; throws with what it printed where it ends before. */
export async function startDev(course: string, { port, options = [], env }: DevWishes = {}): Promise<Dev> {
  const words = [PROGRAM, 'dev', course, '--port', String(port ?? (await freePort())), ...options];
  const child = spawn(process.execPath, words, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => output.push(text));
  const printed = (): string => output.join('');
  const url = await new Promise<string>((found, failed) => {
    child.stdout.on('data', () => {
      const [, address] = /The course is at (\S+)/.exec(printed()) ?? [];
      if (address !== undefined) found(address);
    });
    child.once('exit', (status) => failed(new Error(`The server ended (${status}):\n${printed()}`)));
  });
  return { url, printed, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill();
  await once(child, 'exit');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
