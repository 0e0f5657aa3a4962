/** A width and a height → how images of each format begin that are so large, by their specifications. */

const ascii = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0));
const big = (value: number, bytes: number): readonly number[] =>
  Array.from({ length: bytes }, (_, at) => (value >>> (8 * (bytes - 1 - at))) & 255);
const little = (value: number, bytes: number): readonly number[] => big(value, bytes).toReversed();

/** By the name of the format; the pictures themselves are left out. */
export function imageBytes(width: number, height: number) {
  const jpeg = [0xff, 0xd8, 0xff, 0xe0, ...big(16, 2), ...ascii('JFIF'), ...Array<number>(10).fill(0)];
  const frame = [0xff, 0xff, 0xc2, ...big(17, 2), 8, ...big(height, 2), ...big(width, 2), 3];
  const riff = [...ascii('RIFF'), ...little(100, 4), ...ascii('WEBP')];
  const bits = ((width - 1) | ((height - 1) << 14)) >>> 0;
  const box = [...ascii('ispe'), ...big(0, 4), ...big(width, 4), ...big(height, 4)];
  const bytes = {
    png: [0x89, ...ascii('PNG\r\n\x1A\n'), ...big(13, 4), ...ascii('IHDR'), ...big(width, 4), ...big(height, 4), 8, 6, 0, 0, 0],
    gif: [...ascii('GIF89a'), ...little(width, 2), ...little(height, 2), 0, 0, 0],
    jpeg: [...jpeg, 0xff, 0xc4, ...big(4, 2), 1, 2, ...frame],
    webpLossy: [
      ...riff,
      ...ascii('VP8 '),
      ...little(50, 4),
      0x30,
      1,
      0,
      0x9d,
      1,
      0x2a,
      ...little(width, 2),
      ...little(height, 2),
    ],
    webpLossless: [...riff, ...ascii('VP8L'), ...little(50, 4), 0x2f, ...little(bits, 4), 0],
    webpExtended: [...riff, ...ascii('VP8X'), ...little(10, 4), 0x10, 0, 0, 0, ...little(width - 1, 3), ...little(height - 1, 3)],
    avif: [...big(28, 4), ...ascii('ftypavif'), ...big(0, 4), ...ascii('avifmif1'), ...big(20, 4), ...box],
    bmp: [
      ...ascii('BM'),
      ...little(100, 4),
      ...little(0, 4),
      ...little(54, 4),
      ...little(40, 4),
      ...little(width, 4),
      ...little(-height >>> 0, 4),
    ],
  };
  return mapped(bytes);
}

function mapped<Name extends string>(bytes: Readonly<Record<Name, readonly number[]>>): Readonly<Record<Name, Uint8Array>> {
  const entries = Object.entries<readonly number[]>(bytes).map(([name, list]) => [name, Uint8Array.from(list)]);
  return Object.fromEntries(entries) as Record<Name, Uint8Array>;
}
