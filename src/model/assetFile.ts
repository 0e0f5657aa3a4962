/** Files that pages show, as checks know them: by their name, their size and what their first bytes say. */

/** Width and height of an image in its own pixels. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

export interface AssetFile {
  /** Its path in the course. */
  readonly path: string;
  /** Its size in bytes. */
  readonly bytes: number;
  /** Null where nobody asked, or its first bytes do not tell. */
  readonly pixels: PixelSize | null;
}

/** Files of a course, apart by whether a lecture names them. */
export interface AssetFiles {
  /** What lectures, the course and its style sheets name: images, films and sounds. */
  readonly used: readonly AssetFile[];
  /** What lies beside these, and nothing names. */
  readonly unused: readonly AssetFile[];
}

/** Bytes; an image below is never in the way, so that nobody has to look into it. */
export const SMALL_IMAGE = 250_000;

/** Whether a file is an image by its name. */
export function isImage(path: string): boolean {
  return /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|ico)$/i.test(path);
}

/** Whether a file is a film or a sound by its name. */
export function isMedia(path: string): boolean {
  return /\.(?:mp4|webm|ogv|mov|m4v|mp3|ogg|oga|wav|m4a|flac|opus)$/i.test(path);
}

/** The names of images, films and sounds that stand in a text, whatever else it says. */
export function fileNamesIn(text: string): readonly string[] {
  const words = text.match(/[^\s"'`<>()[\]{}=,;#?/\\|]+/g) ?? [];
  // few words of a lecture have a full stop in them, written out or not
  const names = words.filter((word) => word.includes('.') || word.includes('%'));
  return names.map((word) => decode(withoutMarks(word))).filter((word) => isImage(word) || isMedia(word));
}

/** Without the marks of sentences and emphasis at its end. */
function withoutMarks(word: string): string {
  let end = word.length;
  while (end > 0 && '.:!*_'.includes(word.charAt(end - 1))) end--;
  return word.slice(0, end);
}

function decode(word: string): string {
  try {
    return decodeURIComponent(word).normalize('NFC');
  } catch {
    return word.normalize('NFC');
  }
}
