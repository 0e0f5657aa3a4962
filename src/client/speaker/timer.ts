/** The time of day, and the time since the lecture began: started, paused, and set back to zero. */
import { fill, type Plan, type SpeakerWords, type Time } from '../../model/wire.ts';
import { furniture } from '../config.ts';
import { keep, kept } from '../kept.ts';
import { showPace } from './pace.ts';

export interface Timer {
  /** The time of this open deck, as it was kept. */
  readonly belong: (deck: string) => void;
  /** The deck moved on: the lecture has begun, unless the time was stopped by hand. */
  readonly begin: () => void;
  readonly toggle: () => void;
  /** Another speaker view has set it. */
  readonly take: (time: Time) => void;
  /** When the slide that is shown is to be shown; null where nobody said. */
  readonly plan: (plan: Plan | null) => void;
}

const MINUTE = 60_000;
/** No lecture takes longer: what is kept is of another day. */
const LONGEST = 12 * 60 * MINUTE;
const ZERO: Time = { passed: 0, since: null };

/** `path` is the lecture's. `tell` is called with what is set here. */
export function startTimer(path: string, words: SpeakerWords, tell: (time: Time) => void): Timer {
  const name = `timer:${path}`;
  const state = { time: ZERO, deck: null as string | null, plan: null as Plan | null };
  const show = (): void => showTime(state.time, state.plan, words);
  const take = (time: Time): void => {
    state.time = time;
    keep(name, JSON.stringify({ ...time, deck: state.deck }));
    show();
  };
  const set = (passed: number, running: boolean): void => {
    take({ passed, since: running ? Date.now() : null });
    tell(state.time);
  };
  const toggle = (): void => set(passedOf(state.time), state.time.since === null);
  furniture('pause')?.addEventListener('click', toggle);
  furniture('reset')?.addEventListener('click', () => set(0, state.time.since !== null));
  setInterval(show, 500);
  show();
  return {
    belong: (deck) => {
      if (deck === state.deck) return;
      state.deck = deck;
      state.time = load(name, deck) ?? state.time;
      show();
    },
    begin: () => {
      if (state.time.since === null && state.time.passed === 0) set(0, true);
    },
    toggle,
    take,
    plan: (plan) => {
      state.plan = plan;
      show();
    },
  };
}

function showTime(time: Time, plan: Plan | null, words: SpeakerWords): void {
  const passed = passedOf(time);
  const minutes = plan === null ? null : Math.round(plan.total);
  showPace(passed === 0 && time.since === null ? null : passed / MINUTE, plan, words);
  put('elapsed', format(passed));
  put('clock', new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }));
  put('duration', minutes === null ? '' : fill(words.duration, { n: minutes }));
  put('left', minutes === null ? '' : left(Math.ceil(minutes - passed / MINUTE), words));
  const button = furniture('pause');
  const label = time.since === null ? words.start : words.pause;
  button?.setAttribute('aria-label', label);
  button?.setAttribute('title', label);
  button?.classList.toggle('running', time.since !== null);
}

/** `26 left`; from the end on, `3 over`. */
function left(minutes: number, words: SpeakerWords): string {
  return minutes >= 0 ? fill(words.left, { n: minutes }) : fill(words.over, { n: -minutes });
}

function passedOf({ passed, since }: Time): number {
  return passed + (since === null ? 0 : Date.now() - since);
}

/** `7:05`, `1:07:05`. */
function format(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (number: number): string => String(number).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes}:${two(seconds % 60)}` : `${hours}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

/** What was kept of this open deck, and not of another that showed the same lecture; null where nothing was. */
function load(name: string, deck: string): Time | null {
  try {
    const saved = JSON.parse(kept(name) ?? 'null') as (Time & { readonly deck: string }) | null;
    if (saved?.deck !== deck || passedOf(saved) >= LONGEST) return null;
    return { passed: saved.passed, since: saved.since };
  } catch {
    return null;
  }
}

function put(name: string, text: string): void {
  const element = furniture(name);
  if (element !== null && element.textContent !== text) element.textContent = text;
}
