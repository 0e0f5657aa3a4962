/** A number of seconds → silence, as a sound file that every browser plays. */

const RATE = 8000;

/** A WAV file: one channel, eight bits. */
export function soundOf(seconds: number): Buffer {
  const samples = Buffer.alloc(RATE * seconds, 128);
  const head = Buffer.from('RIFF    WAVEfmt                     data    ', 'latin1');
  head.writeUInt32LE(36 + samples.length, 4);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}
