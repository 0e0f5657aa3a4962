/** The time that has passed, beside when the slide was to be shown → ahead, on time or behind, in words and as a mark on the track. */
import { fill, type Plan, type SpeakerWords } from '../../model/wire.ts';
import { furniture } from '../config.ts';

/** `passed`: minutes; null before the lecture has begun. Null plan: nobody said how long it takes. */
export function showPace(passed: number | null, plan: Plan | null, words: SpeakerWords): void {
  const chip = furniture('pace');
  const track = furniture('progress');
  if (plan !== null) track?.style.setProperty('--done', String(Math.min(1, plan.to / plan.total)));
  const known = plan !== null && passed !== null;
  chip?.toggleAttribute('hidden', !known);
  track?.classList.toggle('planned', known);
  if (!known || chip === null) return;
  track?.style.setProperty('--at', String(Math.min(1, passed / plan.total)));
  const late = lateness(passed, plan);
  chip.dataset.pace = late > 0 ? 'behind' : late < 0 ? 'ahead' : 'on-time';
  const text = fill(late > 0 ? words.behind : late < 0 ? words.ahead : words.onTime, { n: Math.abs(late) });
  const said = furniture('pace-words');
  if (said !== null && said.textContent !== text) said.textContent = text;
}

/** Whole minutes: above 0 the slide should be over, below 0 it should not have begun. */
function lateness(passed: number, { from, to }: Plan): number {
  if (passed > to) return Math.floor(passed - to);
  return passed < from ? -Math.floor(from - passed) : 0;
}
