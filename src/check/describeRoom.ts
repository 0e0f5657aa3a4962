/** A lecture that was played without a network → what its room would miss, and how its clock goes. */
import type { RoomLecture, RoomMiss, RoomSection } from '../model/room.ts';
import type { OutlineSection } from '../model/outline.ts';
import type { PageTrouble } from '../model/trouble.ts';
import type { RoomLoad, RoomSlide, RoomStand } from '../model/wire.ts';

/** A lecture as it was played, and what is known of it. */
export interface Played {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  readonly duration: number | null;
  readonly sections: readonly OutlineSection[];
  readonly slides: readonly RoomSlide[];
  readonly stops: readonly (RoomStand & PageTrouble)[];
  readonly typefaces: readonly string[];
  /** A file of the site by its address, as the author would name it. */
  readonly nameOf: (url: string) => string;
}

/** Spoken words a minute, at a pace that a class can follow. */
const PACE = 130;
/** Minutes of notes that are much for one slide, where its author did not say how long it takes. */
const LONG = 4;
/** What was given may be exceeded by so much. */
const LEEWAY = 1.1;

export function describeRoom(played: Played): RoomLecture {
  const { name, title, source, duration, slides, stops } = played;
  const spoken = minutesOf(slides);
  return {
    ...{ name, title, source, duration, spoken },
    slides: slides.length,
    steps: stops.length,
    sections: sectionsOf(played),
    misses: bySlide([
      ...timeMisses(played, spoken),
      ...typefaceMisses(played),
      ...stops.flatMap((stop) => missesAt(stop, played)),
    ]),
    links: slides.flatMap(({ number, links }) => links.map((url) => ({ slide: number, url }))),
  };
}

function minutesOf(slides: readonly RoomSlide[]): number {
  return slides.reduce((sum, { words }) => sum + words, 0) / PACE;
}

function sectionsOf({ sections, slides }: Played): readonly RoomSection[] {
  const shown = sections.map((section) => {
    const own = slides.filter(({ number }) => section.slides.some((one) => one.number === number));
    const first = section.slides[0]?.kind === 'title' ? own[0]?.minutes : null;
    return { title: section.title, spoken: minutesOf(own), given: first ?? null };
  });
  return shown.some(({ title }) => title !== null) ? shown.filter(({ title, spoken }) => title !== null || spoken > 0) : [];
}

// ---- time

function timeMisses({ duration, slides, sections }: Played, spoken: number): readonly RoomMiss[] {
  const titles = new Set(
    sections.flatMap((section) => section.slides.flatMap(({ kind, number }) => (kind === 'title' ? [number] : []))),
  );
  const long = slides.flatMap(({ number, words, minutes }): RoomMiss[] => {
    const takes = words / PACE;
    // the minutes of a section's own slide are the whole section's
    const given = titles.has(number) ? null : minutes;
    if (takes <= (given === null ? LONG : given * LEEWAY)) return [];
    const than = given === null ? '' : `, and it has ${round(given)}`;
    return [{ kind: 'time', slide: number, step: null, message: `Its notes take ${round(takes)} minutes to speak${than}.` }];
  });
  if (duration === null || spoken <= duration) return long;
  const message = `The notes take ${round(spoken)} minutes to speak, and the lecture has ${duration}.`;
  return [{ kind: 'time', slide: null, step: null, message }, ...long];
}

/** Minutes, to a half. */
function round(minutes: number): string {
  return String(Math.round(minutes * 2) / 2);
}

// ---- what is not there

function missesAt(stop: RoomStand & PageTrouble, { nameOf, slides, stops }: Played): readonly RoomMiss[] {
  const asked = new Set(stops.flatMap(({ missing }) => missing.map(({ url }) => url)));
  // frames are loaded before their slide is shown
  const placeOf = (url: string | null): { readonly slide: number; readonly step: null } | null => {
    const slide = slides.find(({ frames }) => url !== null && frames.includes(url));
    return slide === undefined ? null : { slide: slide.number, step: null };
  };

  const here = { slide: stop.number, step: stop.step };
  return [
    ...stop.missing.map((load): RoomMiss => ({ kind: load.kind, ...here, message: describeLoad(load, nameOf) })),
    ...stop.errors.map((error): RoomMiss => {
      const line = error.line === null ? '' : `, line ${error.line}`;
      const where = error.url === null ? '' : ` (${quote(nameOf(error.url))}${line})`;
      return {
        kind: 'error',
        ...(placeOf(error.url) ?? here),
        message: `A script fails${where}: ${error.text}.`.replace(/\.\.$/, '.'),
      };
    }),
    ...stop.requests
      .filter(({ url }) => !asked.has(url))
      .map(
        ({ url, by }): RoomMiss => ({
          kind: 'request',
          ...(placeOf(by) ?? here),
          message: `${quote(nameOf(by))} asks for ${quote(url)}.`,
        }),
      ),
  ];
}

const NOUNS = { picture: 'picture', recording: 'recording', frame: 'frame' } as const;

function describeLoad({ kind, url, waits }: RoomLoad, nameOf: Played['nameOf']): string {
  const name = quote(nameOf(url));
  if (!/^https?:/i.test(url)) return `The ${NOUNS[kind]} ${name} cannot be shown.`;
  return `The ${NOUNS[kind]} ${name} needs a network${waits ? ', and waits for a click' : ''}.`;
}

function typefaceMisses({ typefaces }: Played): readonly RoomMiss[] {
  return typefaces.map((family) => ({
    kind: 'typeface',
    slide: null,
    step: null,
    message: `The typeface ${quote(family.replace(/^["']|["']$/g, ''))} does not load, and another takes its place.`,
  }));
}

function quote(text: string): string {
  return `“${text.length > 100 ? `${text.slice(0, 99)}…` : text}”`;
}

/** In the order of the slides; what is missing on a slide is missing at each of its steps, and told at the first. */
function bySlide(misses: readonly RoomMiss[]): readonly RoomMiss[] {
  const firsts = new Map(misses.toReversed().map((miss) => [`${miss.slide} ${miss.message}`, miss]));
  return [...firsts.values()].toReversed().toSorted((one, other) => (one.slide ?? 0) - (other.slide ?? 0));
}
