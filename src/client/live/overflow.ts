/** The slide that is shown → by how much it is too full, measured as a check measures it: alone, in a window that nobody sees. */
import { CONFIG_ID, MEASURE, type MeasuringPage, sayOver } from '../../model/wire.ts';

export interface Overflow {
  /** Looks at the slide with this number, as it was sent, and says what is too large; null where nothing is. */
  readonly look: (number: number) => void;
}

interface Room {
  readonly document: Document;
  readonly page: MeasuringPage;
  /** The styles that it was made with. */
  readonly styles: string;
}

/** A check's own window. */
const SIZE = { width: '1280', height: '720' } as const;
/** Milliseconds after which one sits still. */
const PAUSE = 150;
/** What a check marks with its place in the source. A check without a browser knows a box by what it is, not by what is in it. */
const MARKED =
  'section, p, ul, ol, dl, pre, figure, blockquote, hr, h1, h2, h3, h4, h5, h6, img, div, table:not(.lectern-wide > table), details, video, audio, iframe';

/** `sent`: the page as the server sent it last; `script`: the address of the measuring script. */
export function watchOverflow(sent: Document, script: string, say: (words: string | null) => void): Overflow {
  const state = { room: null as Room | null, wanted: 0, timer: 0, busy: Promise.resolve() };
  const measure = async (number: number): Promise<void> => {
    if (state.wanted !== number) return;
    const room = await openRoom(sent, script, state.room);
    state.room = room;
    const slide = sent.querySelector(`.slides section[data-number="${number}"]`);
    if (room === null || slide === null || state.wanted !== number) return;
    const copy = room.document.importNode(slide, true);
    for (const one of [copy, ...copy.querySelectorAll(MARKED)])
      if (one.matches(MARKED)) one.setAttribute('data-lectern-at', '0-0');
    room.document.querySelector('.slides')?.replaceChildren(copy);
    // typefaces are asked for when something is laid out in them
    copy.getBoundingClientRect();
    const [measured] = await room.page.onScreen();
    if (state.wanted !== number) return;
    const over = measured?.over ?? null;
    say(over === null ? null : sayOver(number, over, '').message);
  };
  return {
    look: (number) => {
      state.wanted = number;
      clearTimeout(state.timer);
      // one after the other: there is one window for all
      state.timer = window.setTimeout(() => {
        state.busy = state.busy.then(() => measure(number)).catch(() => undefined);
      }, PAUSE);
    },
  };
}

/** The window with the page's styles: the one that is there, or another where they are no longer the same. */
async function openRoom(sent: Document, script: string, before: Room | null): Promise<Room | null> {
  const styles = [...sent.querySelectorAll('link[rel="stylesheet"], style')].map(({ outerHTML }) => outerHTML).join('');
  if (before?.styles === styles) return before;
  document.getElementById('lectern-room')?.remove();
  const frame = document.createElement('iframe');
  Object.assign(frame, { id: 'lectern-room', tabIndex: -1, ...SIZE });
  frame.setAttribute('aria-hidden', 'true');
  frame.inert = true;
  frame.style.cssText = 'position:fixed;left:-10000px;top:0;border:0;visibility:hidden';
  const { attributes } = sent.documentElement;
  const root = [...attributes].map(({ name, value }) => ` ${name}="${value.replaceAll('"', '&quot;')}"`).join('');
  const config = sent.getElementById(CONFIG_ID)?.outerHTML ?? '';
  frame.srcdoc = `<!doctype html><html${root}><head>${styles}</head><body><div class="reveal"><div class="slides"></div></div>${config}<script src="${script}"></script></body></html>`;
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  document.body.append(frame);
  await loaded;
  const page = (frame.contentWindow as (Window & { readonly [MEASURE]?: MeasuringPage }) | null)?.[MEASURE];
  if (page === undefined || frame.contentDocument === null) return null;
  await page.show(null);
  return { document: frame.contentDocument, page, styles };
}
