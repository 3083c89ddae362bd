import { silentMp3, toneWav } from '../../../../src/simulators/phone/audio.js';
import { segmentsOf } from '../../../../src/simulators/phone/messages.js';

describe('recorded audio', () => {
  it('is a WAV file as long as the recording, and not silent', () => {
    const wav = toneWav(3);
    expect(wav.toString('ascii', 0, 4)).toBe('RIFF');
    expect(wav.readUInt32LE(4)).toBe(wav.length - 8);
    expect(wav.readUInt32LE(40) / wav.readUInt32LE(28)).toBe(3);
    expect(Math.max(...new Int16Array(wav.buffer, wav.byteOffset + 44, 800))).toBeGreaterThan(1_000);
  });

  it('is an MP3 file of whole frames', () => {
    const mp3 = silentMp3(2);
    expect(mp3.length % 72).toBe(0);
    for (let at = 0; at < mp3.length; at += 72) expect(mp3.readUInt16BE(at)).toBe(0xffe3);
    expect(Math.ceil(2_000 / 72)).toBe(mp3.length / 72);
  });

  it('is never larger than two minutes', () => {
    expect(toneWav(10_000).length).toBe(toneWav(120).length);
  });
});

describe('segments of a message', () => {
  it.each([
    ['', 1],
    ['a'.repeat(160), 1],
    ['a'.repeat(161), 2],
    ['漏'.repeat(70), 1],
    ['漏'.repeat(71), 2],
    ['漏'.repeat(135), 3],
  ])('%#: are counted as carriers do', (body, segments) => {
    expect(segmentsOf(body)).toBe(segments);
  });
});
