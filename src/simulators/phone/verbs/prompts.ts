import { write } from '../exchange.js';
import { speakingTime } from '../pace.js';
import type { Prompt } from '../twiml/voice.js';
import { resolveUrl, type Stage } from './stage.js';

/** The length of a sound file is not known without fetching it: a short jingle is assumed. */
const PLAYED_FOR = 2_000;
const KEY_TONE = 250;

/** `loop="0"` asks for as many times as Twilio allows. */
const times = (loop: number) => loop || 1_000;

/** Says, plays or waits, until it is over or the signal stops it. */
export async function playPrompt(stage: Stage, prompt: Prompt, signal: AbortSignal): Promise<void> {
  const { exchange, line } = stage;
  if (prompt.verb === 'Pause') return exchange.pace.wait(prompt.length * 1000, signal);
  const said = prompt.verb === 'Say';
  const text = said ? prompt.text : (prompt.digits ?? resolveUrl(stage, prompt.url));
  const lasts = said ? speakingTime(text) : prompt.digits ? KEY_TONE * prompt.digits.length : PLAYED_FOR;
  for (let turn = 0; turn < times(prompt.loop); turn++) {
    write(exchange, line.call, {
      who: 'service',
      kind: said ? 'say' : 'play',
      text,
      ...(said ? { language: prompt.language ?? 'en-US' } : {}),
    });
    await exchange.pace.wait(lasts, signal);
  }
}
