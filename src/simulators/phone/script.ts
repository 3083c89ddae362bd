import { type Exchange, type Line, report, write } from './exchange.js';
import { callParams, endCall, pickUp } from './lines.js';
import { abortable } from './pace.js';
import { TelephoneProblem } from './problem.js';
import { parseVoiceTwiml, type Verb } from './twiml/voice.js';
import type { Source } from './types.js';
import { dial } from './verbs/dial.js';
import { gather } from './verbs/gather.js';
import { playPrompt } from './verbs/prompts.js';
import { record } from './verbs/record.js';
import { resolveUrl, type Stage } from './verbs/stage.js';

/** A service that only redirects to itself is stopped after this many documents in which nobody said or heard anything. */
const MOST_SILENT_DOCUMENTS = 50;
const FAREWELL = 'We are sorry, an application error has occurred. Goodbye.';
const XML_TYPES = /^(text|application)\/xml\b|^text\/html\b/i;

interface Document {
  verbs: Verb[];
  base: string | null;
}

async function open(exchange: Exchange, line: Line, source: Source): Promise<Document> {
  if ('twiml' in source) return { verbs: parseVoiceTwiml(source.twiml), base: null };
  const params = { ...callParams(exchange, line.call), ...source.params };
  const answer = await exchange.webhook({ url: source.url, method: source.method, params });
  if (!XML_TYPES.test(answer.contentType)) throw new TelephoneProblem(12300, 'Invalid Content-Type');
  return { verbs: parseVoiceTwiml(answer.body), base: source.url };
}

/** Plays one verb. Gives the next document where the verb asks for one, undefined to go on with the next verb. */
async function perform(stage: Stage, verb: Verb): Promise<Source | undefined> {
  switch (verb.verb) {
    case 'Say':
    case 'Play':
    case 'Pause':
      await playPrompt(stage, verb, stage.signal);
      return undefined;
    case 'Gather':
      return gather(stage, verb);
    case 'Record':
      return record(stage, verb);
    case 'Dial':
      return dial(stage, verb);
    case 'Redirect':
      return { url: resolveUrl(stage, verb.url), method: verb.method, params: {} };
    case 'Reject':
    case 'Hangup':
      endCall(stage.exchange, stage.line, 'completed');
      throw stage.signal.reason;
  }
}

/** A call to the hotline is answered by its first document, unless that rejects it. */
function receive(exchange: Exchange, line: Line, first: Verb | undefined): void {
  if (line.call.direction !== 'inbound' || line.call.status !== 'ringing') return;
  if (first?.verb === 'Reject') endCall(exchange, line, first.reason === 'busy' ? 'busy' : 'no-answer');
  else pickUp(exchange, line);
}

async function playDocument(stage: Stage, verbs: Verb[]): Promise<Source | undefined> {
  for (const verb of verbs) {
    stage.signal.throwIfAborted();
    const next = await perform(stage, verb);
    if (next) return next;
  }
  return undefined;
}

/** Plays documents on the line, one leading to the next, until one of them comes to its end. */
async function playDocuments(exchange: Exchange, line: Line, first: Source): Promise<void> {
  const { signal } = line.script;
  const play = (other: Line, source: Source) => playGuarded(exchange, other, source);
  let silent = 0;
  for (let source: Source | undefined = first; source; ) {
    const document: Document = await abortable(open(exchange, line, source), signal);
    receive(exchange, line, document.verbs[0]);
    silent = document.verbs.every(({ verb }) => verb === 'Redirect') ? silent + 1 : 0;
    if (silent > MOST_SILENT_DOCUMENTS)
      throw new TelephoneProblem(11200, 'The documents redirect to each other for ever');
    source = await playDocument({ exchange, line, signal, base: document.base, play }, document.verbs);
  }
}

/** As above, but a fault of the service is heard by the caller and ends this call alone. */
async function playGuarded(exchange: Exchange, line: Line, source: Source, fallback?: Source): Promise<void> {
  const { signal } = line.script;
  try {
    await playDocuments(exchange, line, source);
  } catch (error) {
    if (signal.aborted) return;
    const problem = error instanceof TelephoneProblem ? error : new TelephoneProblem(11200, String(error));
    report(exchange, line.call, problem);
    if (fallback && 'url' in fallback) {
      const params = { ErrorCode: String(problem.code), ...('url' in source ? { ErrorUrl: source.url } : {}) };
      return playGuarded(exchange, line, { ...fallback, params });
    }
    const wasAnswered = line.call.answeredAt !== null;
    if (wasAnswered) write(exchange, line.call, { who: 'network', kind: 'say', text: FAREWELL, language: 'en-US' });
    endCall(exchange, line, wasAnswered ? 'completed' : 'failed');
  }
}

/** Runs a call by its documents and hangs up when they are done. Never rejects. */
export async function runScript(exchange: Exchange, line: Line, source: Source, fallback?: Source): Promise<void> {
  const { script } = line;
  await playGuarded(exchange, line, source, fallback);
  if (!script.signal.aborted) endCall(exchange, line, 'completed');
}

/** Takes a call in progress to another document, whatever it was doing. */
export function redirectCall(exchange: Exchange, line: Line, source: Source): void {
  line.script.abort();
  line.script = new AbortController();
  void runScript(exchange, line, source);
}
