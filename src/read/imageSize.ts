/** The first bytes of an image → its width and height in pixels: PNG, JPEG, GIF, WebP, AVIF, BMP. */
import type { PixelSize } from '../model/assetFile.ts';

type Reader = (data: DataView) => PixelSize | null;

/** Null for other formats, and where the bytes end too soon or make no sense. */
export function imageSize(bytes: Uint8Array): PixelSize | null {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = READERS.find(([starts]) => starts(data))?.[1](data) ?? null;
    return size !== null && size.width > 0 && size.height > 0 ? size : null;
  } catch {
    // it ends before it has said its size
    return null;
  }
}

const READERS: readonly (readonly [starts: (data: DataView) => boolean, read: Reader])[] = [
  [(data) => word(data, 0) === '\x89PNG' && word(data, 12) === 'IHDR', (data) => pair(data.getUint32(16), data.getUint32(20))],
  [(data) => word(data, 0) === 'GIF8', (data) => pair(data.getUint16(6, true), data.getUint16(8, true))],
  [(data) => data.getUint16(0) === 0xffd8, readJpeg],
  [(data) => word(data, 0) === 'RIFF' && word(data, 8) === 'WEBP', readWebp],
  [(data) => word(data, 4) === 'ftyp', readAvif],
  [(data) => data.getUint16(0) === 0x424d, (data) => pair(data.getInt32(18, true), Math.abs(data.getInt32(22, true)))],
];

/** ISO/IEC 10918-1: segments, of which a frame header (SOF) has the size. */
function readJpeg(data: DataView): PixelSize | null {
  let at = 2;
  while (at < data.byteLength) {
    const marker = data.getUint8(at + 1);
    if (data.getUint8(at) !== 0xff) return null;
    // a marker may have any number of these before it
    if (marker === 0xff) at += 1;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return pair(data.getUint16(at + 7), data.getUint16(at + 5));
    else at += 2 + data.getUint16(at + 2);
  }
  return null;
}

/** RFC 9649: of three kinds. */
function readWebp(data: DataView): PixelSize | null {
  const kind = word(data, 12);
  if (kind === 'VP8X') return pair(1 + uint24(data, 24), 1 + uint24(data, 27));
  if (kind === 'VP8 ') return pair(data.getUint16(26, true) & 0x3fff, data.getUint16(28, true) & 0x3fff);
  if (kind !== 'VP8L') return null;
  const bits = data.getUint32(21, true);
  return pair(1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff));
}

/** ISO/IEC 23008-12: the largest of the image's `ispe` boxes, since a thumbnail may have one too. */
function readAvif(data: DataView): PixelSize | null {
  let largest: PixelSize | null = null;
  for (let at = 8; at + 16 <= Math.min(data.byteLength, META); at++) {
    if (data.getUint32(at) !== ISPE) continue;
    const size = pair(data.getUint32(at + 8), data.getUint32(at + 12));
    if (largest === null || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}

/** How far into a file its description may reach, in bytes. */
const META = 16_384;
/** `ispe`, as a number. */
const ISPE = 0x69737065;

function pair(width: number, height: number): PixelSize {
  return { width, height };
}

function uint24(data: DataView, at: number): number {
  return data.getUint16(at, true) | (data.getUint8(at + 2) << 16);
}

/** Four letters. */
function word(data: DataView, at: number): string {
  if (at + 4 > data.byteLength) return '';
  return String.fromCharCode(data.getUint8(at), data.getUint8(at + 1), data.getUint8(at + 2), data.getUint8(at + 3));
}
