/** The two decks in frames: the slide that is shown, and the step that comes next. */
import type { Envelope, FrameOrder, FrameReport, Showing, SlideName } from '../../model/wire.ts';
import { isOurOrigin, newId, openEnvelope, target } from '../channel.ts';
import { furniture } from '../config.ts';

export type FrameName = 'current' | 'upcoming';

export interface Hears {
  readonly ready: (which: FrameName, slides: readonly SlideName[]) => void;
  /** `asked`: the frame moved by itself, and the deck has to follow. */
  readonly showing: (which: FrameName, showing: Showing, asked: boolean) => void;
}

/** Loads the deck into both frames, and gives a function that orders them about. */
export function openFrames(deck: URL, hears: Hears): (which: FrameName, order: FrameOrder) => void {
  const frames = { current: openFrame('current', 'current', deck), upcoming: openFrame('upcoming', 'next', deck) };
  addEventListener('message', ({ source, origin, data }) => {
    const which = (['current', 'upcoming'] as const).find((name) => frames[name].contentWindow === source);
    const report = openEnvelope<FrameReport>(data)?.message;
    if (which === undefined || report === undefined || !isOurOrigin(origin)) return;
    if (report.kind === 'ready') hears.ready(which, report.slides);
    else hears.showing(which, report.showing, report.asked);
  });
  return (which, order) => {
    const envelope: Envelope<FrameOrder> = { lectern: 1, id: newId(), message: order };
    frames[which].contentWindow?.postMessage(envelope, target());
  };
}

function openFrame(name: FrameName, role: 'current' | 'next', deck: URL): HTMLIFrameElement {
  const frame = furniture<HTMLIFrameElement>(name);
  if (frame === null) throw new Error(`The speaker view has no frame “${name}”.`);
  const address = new URL(deck);
  address.search = `?receiver=${role}`;
  frame.src = address.href;
  return frame;
}
