/** The bytes of a picture → whether one can see through it. */
import { constants, inflateSync } from 'node:zlib';

/** Enough of a picture's data for its first row. */
const FIRST = 32_768;

/** Of a PNG the first row is looked at: pictures drawn on nothing begin with nothing. False for what is no PNG, GIF or WebP. */
export function isSeeThrough(bytes: Uint8Array): boolean {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.subarray(1, 4).toString('latin1') === 'PNG') return isSeeThroughPng(data);
  const head = data.subarray(0, 2048);
  if (head.subarray(0, 3).toString('latin1') === 'GIF') return isSeeThroughGif(head);
  // RIFF, its size, WEBP, then the extended header with its flags.
  return head.subarray(8, 16).toString('latin1') === 'WEBPVP8X' && ((head[20] ?? 0) & 0x10) !== 0;
}

function isSeeThroughGif(head: Buffer): boolean {
  const at = head.indexOf(Buffer.from([0x21, 0xf9, 0x04]));
  return at >= 0 && ((head[at + 3] ?? 0) & 1) === 1;
}

function isSeeThroughPng(data: Buffer): boolean {
  const colourType = data[25];
  const names = data.subarray(0, 65_536);
  if (colourType === 3 || colourType === 0 || colourType === 2) return names.includes('tRNS');
  const width = data.length < 24 ? 0 : data.readUInt32BE(16);
  const sample = (data[24] ?? 8) / 8;
  const pixel = (colourType === 6 ? 4 : 2) * sample;
  const at = data.indexOf('IDAT');
  if (at < 0) return false;
  const row = firstBytes(data.subarray(at + 4, at + 4 + FIRST));
  return hasTransparent(row, Math.min(width, Math.floor((row.length - 1) / pixel)), pixel, sample);
}

function firstBytes(packed: Buffer): Buffer {
  try {
    return inflateSync(packed, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return Buffer.alloc(1);
  }
}

/** In the first row each way of filtering counts from the pixel at the left alone: not at all, whole, or half of it. */
function hasTransparent(row: Buffer, width: number, pixel: number, sample: number): boolean {
  const filter = row[0];
  let left = 0;
  for (let x = 0; x < width; x += 1) {
    const alpha = row[1 + x * pixel + pixel - sample] ?? 255;
    const before = filter === 1 || filter === 4 ? left : filter === 3 ? left >> 1 : 0;
    left = (alpha + before) & 255;
    if (left < 250) return true;
  }
  return false;
}
