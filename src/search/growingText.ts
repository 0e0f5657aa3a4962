/** Digits, one after another → text: what a whole course has is written a letter at a time, and strings would be slow. */
import { SEARCH_DIGITS } from '../model/wire.ts';

const DIGITS = Uint8Array.from(SEARCH_DIGITS, (digit) => digit.charCodeAt(0));
const SPACE = 32;

export interface GrowingText {
  /** Writes a number below 2^31, 5 bits in a digit, the lowest first. */
  readonly number: (value: number) => void;
  /** Writes one digit, from 0 to 63. */
  readonly digit: (value: number) => void;
  readonly space: () => void;
  /** All that was written, which is then forgotten. */
  readonly take: () => string;
}

export function growingText(): GrowingText {
  let bytes = new Uint8Array(4096);
  let length = 0;
  const add = (byte: number): void => {
    if (length === bytes.length) {
      const larger = new Uint8Array(length * 2);
      larger.set(bytes);
      bytes = larger;
    }
    bytes[length++] = byte;
  };
  const digit = (value: number): void => add(DIGITS[value] ?? 0);
  return {
    digit,
    space: () => add(SPACE),
    number: (value) => {
      let rest = value;
      for (; rest > 31; rest >>>= 5) digit((rest & 31) | 32);
      digit(rest);
    },
    take: () => {
      const text = Buffer.from(bytes.buffer, 0, length).toString('latin1');
      length = 0;
      return text;
    },
  };
}
