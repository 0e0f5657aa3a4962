/** What stages may ask of the disk, without touching it themselves: made by `read`, the same answer all through a build. */
export interface Files {
  /** The size in bytes of a file of the course; null where there is no such file, or it lies outside the course. Exact letter case. */
  readonly size: (path: string) => number | null;
  /** Names in a folder of the course (`''` is its root), folders with a `/` at their end, sorted; empty where there is no such folder. */
  readonly names: (folder: string) => readonly string[];
  /** The file's bytes; throws where there is none. */
  readonly bytes: (path: string) => Uint8Array;
  /** The SHA-256 of the file's bytes, in hex; throws where there is none. */
  readonly hash: (path: string) => string;
  /** Whether the path exists but leads out of the course, by `..` or by a symbolic link. */
  readonly leadsOut: (path: string) => boolean;
}
