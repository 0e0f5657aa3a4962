/** What a room would see of lectures without a network → a list that one reads before leaving for it, or JSON. */
import type { RoomLecture, RoomMiss } from '../model/room.ts';

/** The last line says whether the room can come. */
export function reportRoom(lectures: readonly RoomLecture[]): string {
  const misses = lectures.reduce((sum, one) => sum + one.misses.length, 0);
  const steps = lectures.reduce((sum, one) => sum + one.steps, 0);
  const played = `${count(lectures.length, 'lecture')} played without a network, ${count(steps, 'step')}`;
  const end =
    misses === 0
      ? `The room can come: ${played}, and nothing is missing.`
      : `Not yet: the room would miss ${count(misses, 'thing')}.`;
  return [...lectures.flatMap(reportLecture), end].join('\n');
}

/** The same for machines. */
export function reportRoomJson(lectures: readonly RoomLecture[]): string {
  const ready = lectures.every(({ misses }) => misses.length === 0);
  return `${JSON.stringify({ version: 1, ready, lectures }, null, 2)}\n`;
}

function reportLecture(lecture: RoomLecture): readonly string[] {
  const { title, source, slides, steps, misses, links } = lecture;
  return [
    `${title} (${source}): ${count(slides, 'slide')}, ${count(steps, 'step')}`,
    `  ${clock(lecture)}`,
    ...lecture.sections.map(
      ({ title: name, spoken, given }) =>
        `    ${minutes(spoken).padStart(8)}${given === null ? '' : ` of ${minutes(given)}`}  ${name ?? 'before the first section'}`,
    ),
    ...misses.map((miss) => `  ${placeOf(miss)}${miss.message}`),
    ...(links.length === 0 ? [] : [`  ${count(links.length, 'link')} to other hosts, on ${slidesOf(links)}.`]),
    '',
  ];
}

function clock({ duration, spoken }: RoomLecture): string {
  if (spoken === 0) return duration === null ? 'No notes, and no duration.' : `No notes; the lecture has ${minutes(duration)}.`;
  const takes = `The notes take ${minutes(spoken)}`;
  if (duration === null) return `${takes}; the lecture does not say how long it is.`;
  const rest = duration - spoken;
  return `${takes} of ${minutes(duration)}: ${minutes(Math.abs(rest))} ${rest < 0 ? 'too much' : 'left'}.`;
}

function placeOf({ slide, step }: RoomMiss): string {
  if (slide === null) return '';
  return step === null || step === 0 ? `Slide ${slide}: ` : `Slide ${slide}, step ${step}: `;
}

function slidesOf(links: RoomLecture['links']): string {
  const slides = [...new Set(links.map(({ slide }) => slide))];
  return `${slides.length === 1 ? 'slide' : 'slides'} ${slides.join(', ')}`;
}

function minutes(number: number): string {
  const rounded = Math.round(number * 2) / 2;
  return `${rounded} min`;
}

function count(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}
