import type { Exchange, Line } from '../exchange.js';
import { TelephoneProblem } from '../problem.js';
import type { HttpMethod, Source } from '../types.js';

/** What a verb is played on. */
export interface Stage {
  exchange: Exchange;
  line: Line;
  /** The script's own signal: the call ended or went to another document. */
  signal: AbortSignal;
  /** The document's address, which relative addresses and missing actions refer to; null for a document given inline. */
  base: string | null;
  /** Plays another document on another line: a whisper to the person being connected. */
  play: (line: Line, source: Source) => Promise<void>;
}

/**
 * An address in a document, made absolute.
 * @throws TelephoneProblem 11100
 */
export function resolveUrl(stage: Stage, address: string | undefined): string {
  const url = address ?? stage.base ?? '';
  if (!URL.canParse(url, stage.base ?? undefined)) throw new TelephoneProblem(11100, 'Invalid URL format');
  return new URL(url, stage.base ?? undefined).href;
}

/** The request that a verb's `action` asks for. */
export const actionOf = (
  stage: Stage,
  verb: { action?: string | undefined; method: HttpMethod },
  params: Record<string, string>,
): Source => ({ url: resolveUrl(stage, verb.action), method: verb.method, params });
