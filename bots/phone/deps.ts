import type { Request } from 'express';
import type { Logger, ReceiveTurn, Transcribe } from '../../src/ports.js';
import type { Deps } from '../../src/usecases/deps.js';

/** What the telephone channel needs of the rest. */
export interface PhoneDeps
  extends Pick<Deps, 'clock' | 'people' | 'media' | 'effects' | 'conversations' | 'tickets' | 'relay' | 'fault'> {
  log: Logger;
  authToken: string;
  accountSid: string;
  /** Our number: its project answers where a caller's is not known. */
  phoneNumber: string;
  publicUrl: string;
  receive: ReceiveTurn;
  transcribe: Transcribe;
}

/** A webhook: what arrived in, an XML document out. */
export type Webhook = (request: Request) => Promise<string>;
export type Webhooks = Record<string, Webhook>;
