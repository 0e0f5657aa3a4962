/** What a room would see of a lecture that is played in it without a network. */

/** Something that the room would miss. */
export interface RoomMiss {
  readonly kind: 'picture' | 'recording' | 'frame' | 'typeface' | 'request' | 'error' | 'time';
  /** The slide's number, and how many of its steps are shown; null for the lecture as a whole. */
  readonly slide: number | null;
  readonly step: number | null;
  /** One sentence. */
  readonly message: string;
}

export interface RoomSection {
  /** Null: before the first, or where there are none. */
  readonly title: string | null;
  /** Minutes that its notes take to speak. */
  readonly spoken: number;
  /** Minutes that its author gave it; null where they gave none. */
  readonly given: number | null;
}

export interface RoomLecture {
  readonly name: string;
  readonly title: string;
  /** The file of its text, from the course's root. */
  readonly source: string;
  readonly slides: number;
  /** How often one presses a key to get through it. */
  readonly steps: number;
  /** Minutes; null where its author did not say. */
  readonly duration: number | null;
  /** Minutes that its notes take to speak. */
  readonly spoken: number;
  readonly sections: readonly RoomSection[];
  readonly misses: readonly RoomMiss[];
  /** Addresses of other hosts that links lead to, by slide: they need a network when they are followed. */
  readonly links: readonly { readonly slide: number; readonly url: string }[];
}
