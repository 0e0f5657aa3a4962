/** The time of day, and the time since the lecture began: started, paused, and set back to zero. */
import { fill, type SpeakerWords } from '../../model/wire.ts';
import { furniture } from '../config.ts';
import { keep, kept } from '../kept.ts';

export interface Timer {
  /** The deck moved on: the lecture has begun, unless the time was stopped by hand. */
  readonly begin: () => void;
  readonly toggle: () => void;
  /** How long the lecture may take, in minutes; null where nobody said. */
  readonly plan: (minutes: number | null) => void;
}

interface State {
  /** The open deck whose time it is. */
  readonly deck: string;
  /** Milliseconds until the last pause. */
  readonly passed: number;
  /** When it was started last; null while it stands. */
  readonly since: number | null;
}

const MINUTE = 60_000;
/** No lecture takes longer: what is kept is of another day. */
const LONGEST = 12 * 60 * MINUTE;

/** `path` is the lecture's, `deck` the name of the open deck: its time is kept when this window is closed and opened again. */
export function startTimer(path: string, deck: string, words: SpeakerWords): Timer {
  const name = `timer:${path}`;
  const state = { timer: load(name, deck), minutes: null as number | null };
  const show = (): void => showTime(state.timer, state.minutes, words);
  const set = (passed: number, running: boolean): void => {
    state.timer = { deck, passed, since: running ? Date.now() : null };
    keep(name, JSON.stringify(state.timer));
    show();
  };
  const toggle = (): void => set(passedOf(state.timer), state.timer.since === null);
  furniture('pause')?.addEventListener('click', toggle);
  furniture('reset')?.addEventListener('click', () => set(0, state.timer.since !== null));
  setInterval(show, 500);
  show();
  return {
    begin: () => {
      if (state.timer.since === null && state.timer.passed === 0) set(0, true);
    },
    toggle,
    plan: (minutes) => {
      state.minutes = minutes;
      show();
    },
  };
}

function showTime(timer: State, minutes: number | null, words: SpeakerWords): void {
  const passed = passedOf(timer);
  put('elapsed', format(passed));
  put('clock', new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }));
  put('duration', minutes === null ? '' : fill(words.duration, { n: minutes }));
  put('left', minutes === null ? '' : left(Math.ceil(minutes - passed / MINUTE), words));
  const button = furniture('pause');
  const label = timer.since === null ? words.start : words.pause;
  button?.setAttribute('aria-label', label);
  button?.setAttribute('title', label);
  button?.classList.toggle('running', timer.since !== null);
}

/** `26 left`; from the end on, `3 over`. */
function left(minutes: number, words: SpeakerWords): string {
  return minutes >= 0 ? fill(words.left, { n: minutes }) : fill(words.over, { n: -minutes });
}

function passedOf({ passed, since }: State): number {
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

function load(name: string, deck: string): State {
  const fresh: State = { deck, passed: 0, since: null };
  try {
    const saved = JSON.parse(kept(name) ?? 'null') as State | null;
    return saved?.deck === deck && passedOf(saved) < LONGEST ? saved : fresh;
  } catch {
    return fresh;
  }
}

function put(name: string, text: string): void {
  const element = furniture(name);
  if (element !== null && element.textContent !== text) element.textContent = text;
}
