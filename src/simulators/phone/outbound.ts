import { type Exchange, type Line, report, write } from './exchange.js';
import { secondsBetween } from './formats.js';
import { callParams, endCall, keepRecording, notify, pickUp } from './lines.js';
import { ringPhone } from './ring.js';
import { runScript } from './script.js';
import type { HttpMethod, Source } from './types.js';

export interface OutboundPlan {
  source: Source;
  fallback?: Source;
  ringSeconds: number;
  limitSeconds: number;
  detectMachine: 'Enable' | 'DetectMessageEnd' | null;
  asyncDetection: { url: string; method: HttpMethod } | null;
  isRecorded: boolean;
  recordingCallback: { url: string; method: HttpMethod } | null;
}

/** How long an answering machine's own greeting takes before its tone. */
const MACHINE_GREETING = 5_000;

/** Dials a phone for the service and runs the call to its end. Never rejects. */
export async function placeCall(exchange: Exchange, line: Line, plan: OutboundPlan): Promise<void> {
  try {
    notify(exchange, line, 'initiated');
    const rung = await ringPhone(exchange, line, plan.ringSeconds * 1000);
    if (!rung.answered) return endCall(exchange, line, rung.status);
    pickUp(exchange, line);
    const limit = exchange.pace.after(plan.limitSeconds * 1000, () => endCall(exchange, line, 'completed'));
    line.over.signal.addEventListener('abort', limit, { once: true });
    if (rung.answered === 'machine') write(exchange, line.call, { who: 'network', kind: 'note', text: 'machine' });
    if (plan.isRecorded) recordWhole(exchange, line, plan);
    await detect(exchange, line, plan, rung.answered);
    await runScript(exchange, line, plan.source, plan.fallback);
  } catch (error) {
    if (line.over.signal.aborted) return;
    report(exchange, line.call, { code: 11200, message: String(error) });
    endCall(exchange, line, 'failed');
  }
}

/** Answering-machine detection: before the first document, or beside it where it is asynchronous. */
async function detect(
  exchange: Exchange,
  line: Line,
  plan: OutboundPlan,
  answered: 'person' | 'machine',
): Promise<void> {
  if (!plan.detectMachine) return;
  const waitsForTone = plan.detectMachine === 'DetectMessageEnd';
  const verdict = answered === 'person' ? 'human' : waitsForTone ? 'machine_end_beep' : 'machine_start';
  const settle = async () => {
    if (answered === 'machine' && waitsForTone) await exchange.pace.wait(MACHINE_GREETING, line.over.signal);
    line.call.answeredBy = verdict;
  };
  if (!plan.asyncDetection) return settle();
  const { asyncDetection } = plan;
  settle()
    .then(() =>
      exchange.webhook({
        ...asyncDetection,
        params: { ...callParams(exchange, line.call), AnsweredBy: verdict, MachineDetectionDuration: '2000' },
      }),
    )
    .catch((error) => {
      if (!line.over.signal.aborted) report(exchange, line.call, error);
    });
}

function recordWhole(exchange: Exchange, line: Line, plan: OutboundPlan): void {
  const keep = () => {
    const seconds = secondsBetween(line.call.answeredAt, line.call.endedAt);
    keepRecording(
      exchange,
      line.call,
      { source: 'OutboundAPI', words: line.said.join(' '), seconds },
      plan.recordingCallback,
    );
  };
  line.over.signal.addEventListener('abort', keep, { once: true });
}
