import { toneWav } from '../phone/audio.js';

/**
 * A voice clip whose words are known: a WAV file that hums for as long as they would take to say, and carries them in its comment field
 * (RIFF INFO, `ICMT`), where a simulated speech recognition reads them again.
 */
export function clipOf(words: string): Buffer {
  const sound = toneWav(secondsFor(words));
  const comment = chunk('LIST', Buffer.concat([Buffer.from('INFO'), chunk('ICMT', Buffer.from(words))]));
  const file = Buffer.concat([sound, comment]);
  file.writeUInt32LE(file.length - 8, 4);
  return file;
}

/** The words that a clip of ours carries; undefined for any other audio. */
export function wordsOf(clip: Buffer): string | undefined {
  if (clip.toString('latin1', 0, 4) !== 'RIFF' || clip.toString('latin1', 8, 12) !== 'WAVE') return undefined;
  const info = [...chunks(clip, 12)].find(({ id, body }) => id === 'LIST' && body.toString('latin1', 0, 4) === 'INFO');
  const comment = info && [...chunks(info.body, 4)].find(({ id }) => id === 'ICMT');
  return comment?.body.toString('utf8');
}

/** About four characters a second, at most a WeChat clip's minute. */
const secondsFor = (words: string): number => Math.min(60, Math.max(1, Math.ceil(words.length / 4)));

/** Chunks begin at even offsets. */
const padding = (length: number): number => length % 2;

function chunk(id: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(id, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(padding(body.length))]);
}

function* chunks(file: Buffer, from: number): Generator<{ id: string; body: Buffer }> {
  for (let at = from; at + 8 <= file.length; ) {
    const length = file.readUInt32LE(at + 4);
    if (at + 8 + length > file.length) return;
    yield { id: file.toString('latin1', at, at + 4), body: file.subarray(at + 8, at + 8 + length) };
    at += 8 + length + padding(length);
  }
}
