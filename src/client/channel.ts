/** Messages between a deck and its speaker view, two windows of one reader: over a channel, and from disk from window to window. */
import type { Envelope, LinkMessage } from '../model/wire.ts';

export interface Channel {
  readonly send: (message: LinkMessage) => void;
  /** A window that is told directly as well. */
  readonly join: (other: Window) => void;
}

/** A message comes twice within as many others. */
const MEMORY = 200;

/** `path` is the deck's whole path, the course's base path in it: origins are shared by many courses. */
export function openChannel(path: string, hear: (message: LinkMessage) => void): Channel {
  const others = new Set<Window>();
  const heard = new Set<string>();
  /** Whether it was new. */
  const receive = (data: unknown): boolean => {
    const envelope = openEnvelope<LinkMessage>(data);
    if (envelope === null || heard.has(envelope.id)) return false;
    heard.add(envelope.id);
    for (const id of heard) if (heard.size > MEMORY) heard.delete(id);
    hear(envelope.message);
    return true;
  };
  const broadcast = openBroadcast(`lectern:${path}`, receive);
  window.addEventListener('message', ({ source, data, origin }) => {
    if (source === null || source === window || !isOurOrigin(origin) || !isLinkMessage(data)) return;
    // After a reload the deck knows its speaker view again by what it hears from it.
    if (isFromDisk()) others.add(source as Window);
    if (!others.has(source as Window)) return;
    // two speaker views know of each other by the deck alone
    if (receive(data)) tellOthers(data, source as Window);
  });
  const tellOthers = (data: unknown, source: Window | null): void => {
    for (const other of others) if (other !== source && !other.closed) other.postMessage(data, target());
  };
  return {
    send: (message) => {
      const envelope: Envelope<LinkMessage> = { lectern: 1, id: newId(), message };
      broadcast?.postMessage(envelope);
      tellOthers(envelope, null);
    },
    join: (other) => void others.add(other),
  };
}

/** The envelope in a message's data; null where the message is not ours. */
export function openEnvelope<T>(data: unknown): Envelope<T> | null {
  return typeof data === 'object' && data !== null && 'lectern' in data && data.lectern === 1 ? (data as Envelope<T>) : null;
}

/** Those between a speaker view and its own frames name no deck. */
function isLinkMessage(data: unknown): boolean {
  const envelope = openEnvelope<object>(data);
  return envelope !== null && 'deck' in envelope.message;
}

/** A name for one message that no other has. */
export function newId(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
}

/** From disk every file may be an origin of its own, named `null`. */
export function target(): string {
  return isFromDisk() ? '*' : location.origin;
}

/** Whether a message comes from a page of this site. */
export function isOurOrigin(origin: string): boolean {
  return origin === location.origin || (isFromDisk() && (origin === 'null' || origin === 'file://'));
}

function isFromDisk(): boolean {
  return location.protocol === 'file:';
}

function openBroadcast(name: string, receive: (data: unknown) => unknown): BroadcastChannel | null {
  try {
    const channel = new BroadcastChannel(name);
    channel.addEventListener('message', ({ data }) => receive(data));
    return channel;
  } catch {
    return null;
  }
}
