/** Audio of a recording's length. Nobody spoke aloud, so the WAV is a soft tone and the MP3 silence; both are real files. */

const RATE = 8_000;
const LONGEST_SECONDS = 120;

/** A mono 16-bit PCM WAV file with a quiet two-tone hum. */
export function toneWav(seconds: number): Buffer {
  const samples = RATE * Math.min(seconds, LONGEST_SECONDS);
  const file = Buffer.alloc(44 + samples * 2);
  file.write('RIFF', 0, 'ascii');
  file.writeUInt32LE(36 + samples * 2, 4);
  file.write('WAVEfmt ', 8, 'ascii');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(RATE, 24);
  file.writeUInt32LE(RATE * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36, 'ascii');
  file.writeUInt32LE(samples * 2, 40);
  for (let index = 0; index < samples; index++) {
    const pitch = Math.floor(index / (RATE / 4)) % 2 ? 330 : 262;
    file.writeInt16LE(Math.round(2_500 * Math.sin((2 * Math.PI * pitch * index) / RATE)), 44 + index * 2);
  }
  return file;
}

/** MPEG-2.5 layer III, 8 kbit/s, 8 kHz, mono: 72 bytes are 72 ms, and a frame of zeros is silence. */
const FRAME = Buffer.concat([Buffer.from([0xff, 0xe3, 0x18, 0xc0]), Buffer.alloc(68)]);

export function silentMp3(seconds: number): Buffer {
  const frames = Math.ceil((Math.min(seconds, LONGEST_SECONDS) * 1000) / 72);
  return Buffer.concat(Array.from({ length: frames }, () => FRAME));
}
