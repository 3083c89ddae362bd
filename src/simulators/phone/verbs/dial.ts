import { type Exchange, type Line, listen, write } from '../exchange.js';
import { E164, secondsBetween } from '../formats.js';
import { endCall, keepRecording, notify, openLine, pickUp } from '../lines.js';
import { abortable } from '../pace.js';
import { TelephoneProblem } from '../problem.js';
import { ringPhone } from '../ring.js';
import type { DialNumber, DialVerb } from '../twiml/voice.js';
import type { PhoneInput, Source } from '../types.js';
import { actionOf, resolveUrl, type Stage } from './stage.js';

type Outcome = { status: 'completed' | 'busy' | 'no-answer' | 'failed'; leg: Line | null };

/** `<Dial>`: rings one or several simulated phones; the first to answer is connected until one side hangs up. */
export async function dial(stage: Stage, verb: DialVerb): Promise<Source | undefined> {
  const callerId = checkNumbers(stage, verb);
  const legs = verb.numbers.map((number) => ({ number, line: openLeg(stage, callerId, number) }));
  const dropLegs = () => {
    for (const { line } of legs) endCall(stage.exchange, line, line.call.answeredAt ? 'completed' : 'canceled');
  };
  stage.signal.addEventListener('abort', dropLegs, { once: true });
  try {
    write(stage.exchange, stage.line.call, { who: 'network', kind: 'note', text: 'dialling' });
    const outcome = await abortable(firstAnswer(stage, verb, legs), stage.signal);
    if (outcome.leg) await connect(stage, verb, outcome.leg);
    if (outcome.status !== 'completed')
      write(stage.exchange, stage.line.call, { who: 'network', kind: 'note', text: `far.${outcome.status}` });
    return follow(stage, verb, outcome);
  } finally {
    stage.signal.removeEventListener('abort', dropLegs);
  }
}

/** Checks every number before any phone rings; gives the number that the phones will show. */
function checkNumbers({ exchange, line }: Stage, verb: DialVerb): string {
  const { call } = line;
  const callerId = verb.callerId ?? call.from;
  if (![...exchange.settings.hotlines, call.from].includes(callerId))
    throw new TelephoneProblem(13214, 'Dial: Invalid callerId value');
  if (!verb.numbers.every(({ number }) => E164.test(number)))
    throw new TelephoneProblem(13223, 'Dial: Invalid phone number format');
  return callerId;
}

function openLeg(stage: Stage, callerId: string, number: DialNumber): Line {
  const { exchange, line } = stage;
  const callback = number.statusCallback && {
    url: resolveUrl(stage, number.statusCallback),
    method: number.statusCallbackMethod,
    events: new Set<string>(number.statusCallbackEvent),
  };
  return openLine(exchange, {
    from: callerId,
    to: number.number,
    direction: 'outbound-dial',
    parentCallSid: line.call.sid,
    callback: callback || null,
  });
}

/** Resolves with the first leg that is answered, or with how the last of them failed. */
function firstAnswer(stage: Stage, verb: DialVerb, legs: { number: DialNumber; line: Line }[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    let ringing = legs.length;
    const failures: Outcome['status'][] = [];
    const lost = (status: Outcome['status']) => {
      failures.push(status);
      ringing -= 1;
      if (ringing === 0)
        resolve({ status: failures.includes('no-answer') ? 'no-answer' : (failures[0] ?? 'failed'), leg: null });
    };
    for (const { number, line } of legs) {
      ringLeg(stage, verb, number, line).then((status) => {
        if (status !== 'completed') return lost(status);
        for (const other of legs) if (other.line !== line) endCall(stage.exchange, other.line, 'canceled');
        resolve({ status, leg: line });
      }, reject);
    }
  });
}

async function ringLeg(stage: Stage, verb: DialVerb, number: DialNumber, leg: Line): Promise<Outcome['status']> {
  const { exchange } = stage;
  notify(exchange, leg, 'initiated');
  const rung = await ringPhone(exchange, leg, verb.timeout * 1000).catch(() => null);
  if (!rung) return 'no-answer';
  if (!rung.answered) {
    endCall(exchange, leg, rung.status);
    return rung.status;
  }
  pickUp(exchange, leg);
  if (number.url) await stage.play(leg, { url: resolveUrl(stage, number.url), method: number.method, params: {} });
  return leg.call.endedAt ? 'no-answer' : 'completed';
}

/** Joins the two lines until one of them ends, the time limit passes or the caller presses the star. */
async function connect(stage: Stage, verb: DialVerb, leg: Line): Promise<void> {
  const { exchange, line } = stage;
  const hangUpLeg = () => endCall(exchange, leg, 'completed');
  const limit = exchange.pace.after(verb.timeLimit * 1000, hangUpLeg);
  write(exchange, line.call, { who: 'network', kind: 'note', text: 'connected' });
  join(exchange, leg, line);
  join(exchange, line, leg, verb.hangupOnStar ? hangUpLeg : undefined);
  try {
    if (!leg.call.endedAt) await abortable(once(leg.over.signal), stage.signal);
  } finally {
    limit();
    if (!line.call.endedAt) listen(exchange, line, null);
  }
}

const once = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

function join(exchange: Exchange, from: Line, to: Line, onStar?: () => void): void {
  const carry = (input: PhoneInput) => {
    if (input.kind === 'sound') return;
    const text = input.kind === 'key' ? input.key : input.text;
    const kind = input.kind;
    write(exchange, from.call, { who: 'phone', kind, text });
    write(exchange, to.call, { who: 'far', kind, text });
    if (kind === 'speech') from.said.push(text);
    if (kind === 'key' && text === '*') onStar?.();
  };
  listen(exchange, from, { listening: { speech: true, keys: true, recording: false, bridged: true }, input: carry });
}

/** Tells the action how it went; without an action the document goes on. */
function follow(stage: Stage, verb: DialVerb, { status, leg }: Outcome): Source | undefined {
  const { exchange, line } = stage;
  const seconds = leg ? secondsBetween(leg.call.answeredAt, leg.call.endedAt) : 0;
  const kept =
    leg && verb.record !== 'do-not-record'
      ? keepRecording(
          exchange,
          line.call,
          { source: 'DialVerb', words: [...line.said, ...leg.said].join(' '), seconds },
          verb.recordingStatusCallback
            ? { url: resolveUrl(stage, verb.recordingStatusCallback), method: verb.recordingStatusCallbackMethod }
            : null,
        )
      : null;
  if (!verb.action) return undefined;
  return actionOf(stage, verb, {
    DialCallStatus: status,
    DialBridged: String(leg !== null),
    ...(leg ? { DialCallSid: leg.call.sid, DialCallDuration: String(seconds) } : {}),
    ...(kept?.RecordingUrl ? { RecordingUrl: kept.RecordingUrl, RecordingSid: kept.RecordingSid ?? '' } : {}),
  });
}
