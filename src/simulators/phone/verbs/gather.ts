import { listen, write } from '../exchange.js';
import type { GatherVerb } from '../twiml/voice.js';
import type { PhoneInput, Source } from '../types.js';
import { playPrompt } from './prompts.js';
import { actionOf, type Stage } from './stage.js';

type Collected = { digits: string; finishedOnKey?: string } | { speech: string };

/** Twilio reports how sure it is of the words; typed words are sure, and dictated ones nearly. */
const CONFIDENCE = '0.94';

/** `<Gather>`: what was pressed or said goes to the action; silence falls through to the next verb. */
export async function gather(stage: Stage, verb: GatherVerb): Promise<Source | undefined> {
  const collected = await collect(stage, verb);
  if ('speech' in collected)
    return actionOf(stage, verb, { SpeechResult: collected.speech, Confidence: CONFIDENCE, Language: verb.language });
  if (!collected.digits && !verb.actionOnEmptyResult) return undefined;
  const { digits, finishedOnKey = '' } = collected;
  const nothingSaid: Record<string, string> = !digits && verb.input.includes('speech') ? { SpeechResult: '' } : {};
  return actionOf(stage, verb, { Digits: digits, FinishedOnKey: finishedOnKey, msg: 'Gather End', ...nothingSaid });
}

/** Listens while the prompts are played (a caller may cut in) and for `timeout` after them and after each key. */
function collect(stage: Stage, verb: GatherVerb): Promise<Collected> {
  const { exchange, line, signal } = stage;
  const takes = { speech: verb.input.includes('speech'), keys: verb.input.includes('dtmf') };
  const cutIn = new AbortController();
  return new Promise((resolve, reject) => {
    let digits = '';
    let isPrompting = verb.prompts.length > 0;
    let silence = () => {};

    const tidy = () => {
      silence();
      cutIn.abort();
      signal.removeEventListener('abort', interrupted);
      if (!line.call.endedAt) listen(exchange, line, null);
    };
    const finish = (collected: Collected) => {
      tidy();
      resolve(collected);
    };
    const interrupted = () => {
      tidy();
      reject(signal.reason);
    };
    const waitAgain = () => {
      silence();
      silence = exchange.pace.after(verb.timeout * 1000, () => finish({ digits }));
    };
    const pressed = (key: string) => {
      write(exchange, line.call, { who: 'phone', kind: 'key', text: key });
      if (key === verb.finishOnKey) return finish({ digits, finishedOnKey: key });
      digits += key;
      if (digits.length === verb.numDigits) return finish({ digits });
      waitAgain();
    };
    const heard = (input: PhoneInput) => {
      const wanted = input.kind === 'key' ? takes.keys : takes.speech && !digits;
      if (!wanted || (isPrompting && !verb.bargeIn)) return;
      isPrompting = false;
      cutIn.abort();
      if (input.kind === 'key') return pressed(input.key);
      if (input.kind === 'sound') return waitAgain();
      write(exchange, line.call, { who: 'phone', kind: 'speech', text: input.text });
      line.said.push(input.text);
      finish({ speech: input.text });
    };

    signal.addEventListener('abort', interrupted, { once: true });
    const listening = { ...takes, recording: false, bridged: false, ...(verb.hints ? { hints: verb.hints } : {}) };
    listen(exchange, line, { listening, input: heard });
    const prompts = AbortSignal.any([signal, cutIn.signal]);
    playAll(stage, verb, prompts).then(
      () => {
        isPrompting = false;
        waitAgain();
      },
      (error) => {
        if (prompts.aborted) return;
        tidy();
        reject(error);
      },
    );
  });
}

async function playAll(stage: Stage, verb: GatherVerb, signal: AbortSignal): Promise<void> {
  for (const prompt of verb.prompts) await playPrompt(stage, prompt, signal);
}
