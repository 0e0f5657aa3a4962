import { describe, expect, it } from 'vitest';
import { imageSize } from '../src/read/imageSize.ts';
import { imageBytes } from './support/imageBytes.ts';

describe('the size of an image is read from its first bytes', () => {
  for (const [name, bytes] of Object.entries(imageBytes(37, 21)))
    it(`of ${name}`, () => {
      expect(imageSize(bytes)).toEqual({ width: 37, height: 21 });
    });

  it('of the image itself where an AVIF has a thumbnail too', () => {
    const { avif } = imageBytes(4000, 300);
    const { avif: thumbnail } = imageBytes(40, 30);
    expect(imageSize(Uint8Array.from([...avif, ...thumbnail]))).toEqual({ width: 4000, height: 300 });
  });

  it('and is unknown where they end too soon, say nothing, or are of another kind', () => {
    for (const bytes of Object.values(imageBytes(37, 21))) expect(imageSize(bytes.slice(0, 7))).toBeNull();
    expect(imageSize(imageBytes(0, 21).png)).toBeNull();
    expect(imageSize(new Uint8Array())).toBeNull();
    expect(imageSize(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="5"/>'))).toBeNull();
    expect(imageSize(Uint8Array.from([0xff, 0xd8, 0x00, 0x01, 0x02]))).toBeNull();
  });
});
