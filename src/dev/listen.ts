/** A server, and where it should listen → where it does. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isEveryAddress } from './admit.ts';

/** What both servers are given. */
export interface Address {
  /** The first port to try; the next free one is taken. 0: any. */
  readonly port: number;
  /** `127.0.0.1` unless others shall see it too. */
  readonly host: string;
}

/** A server that runs. */
export interface Running {
  /** Where a browser on this machine finds it, with a slash at its end. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Where a server listens if nothing else is asked for. */
export const DEFAULT_ADDRESS: Address = { port: 4000, host: '127.0.0.1' };

/** How many ports are tried. */
const PORTS = 50;

/** Listens at `address`, or at the next port that is free; gives the address to open. Throws where none is. */
export async function listen(server: Server, { port, host }: Address): Promise<string> {
  for (let next = port; next < port + PORTS && next <= 65535; next++) {
    if (!(await isTaken(server, next, host))) return urlOf(host, (server.address() as AddressInfo).port);
  }
  throw new Error(`The ports from ${port} on are all taken.`);
}

/** Ends the server and whatever it is sending. */
export async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeAllConnections();
  await closed;
}

function isTaken(server: Server, port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE') resolve(true);
      else reject(new Error(`The server cannot listen on ${host}, port ${port} (${error.code}).`));
    };
    server.once('error', onError);
    server.listen({ port, host, exclusive: true }, () => {
      server.off('error', onError);
      resolve(false);
    });
  });
}

function urlOf(host: string, port: number): string {
  const name = isEveryAddress(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}/`;
}
