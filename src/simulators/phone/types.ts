/** Where a call stands, in Twilio's words. */
export type CallStatus =
  | 'queued'
  | 'ringing'
  | 'in-progress'
  | 'completed'
  | 'busy'
  | 'no-answer'
  | 'failed'
  | 'canceled';

export type CallDirection = 'inbound' | 'outbound-api' | 'outbound-dial';

export type MessageStatus = 'queued' | 'sent' | 'delivered' | 'undelivered' | 'failed' | 'received';

export type HttpMethod = 'GET' | 'POST';

/** What a call's transcript shows: who was heard, and what. A `note` or `problem` carries a key that the page translates. */
export interface TranscriptLine {
  at: string;
  who: 'service' | 'phone' | 'far' | 'network';
  kind: 'say' | 'play' | 'speech' | 'key' | 'note' | 'problem';
  text: string;
  language?: string;
  detail?: string;
}

/** What the line is waiting for; `null` on a call means that whatever is said now is lost, as on a real line. */
export interface Listening {
  speech: boolean;
  keys: boolean;
  recording: boolean;
  bridged: boolean;
  hints?: string;
}

/** One leg between the network and one simulated phone. */
export interface Call {
  readonly sid: string;
  readonly parentCallSid: string | null;
  readonly from: string;
  readonly to: string;
  /** The simulated phone's own number: `from` of an inbound call, otherwise `to`. */
  readonly phone: string;
  readonly direction: CallDirection;
  status: CallStatus;
  answeredBy: string | null;
  readonly createdAt: Date;
  startedAt: Date | null;
  answeredAt: Date | null;
  endedAt: Date | null;
  transcript: TranscriptLine[];
  listening: Listening | null;
}

export interface Message {
  readonly sid: string;
  readonly from: string;
  readonly to: string;
  /** The simulated phone's number. */
  readonly phone: string;
  readonly body: string;
  readonly direction: 'inbound' | 'outbound-api' | 'outbound-reply';
  status: MessageStatus;
  errorCode: number | null;
  readonly createdAt: Date;
  sentAt: Date | null;
}

export interface Recording {
  readonly sid: string;
  readonly callSid: string;
  readonly source: 'RecordVerb' | 'DialVerb' | 'OutboundAPI';
  readonly durationSeconds: number;
  /** The words that were said; the audio itself is a tone of the same length. */
  readonly words: string;
  readonly createdAt: Date;
}

/** How a simulated phone behaves when the network reaches it. */
export interface PhoneSettings {
  /** person: rings until somebody answers; machine: an answering machine; busy: engaged; off: out of reach. */
  answering: 'person' | 'machine' | 'busy' | 'off';
  sms: 'delivered' | 'undelivered' | 'failed';
}

/** What a person does on a phone in mid-call; `sound` is a voice that has not finished its sentence. */
export type PhoneInput = { kind: 'key'; key: string } | { kind: 'speech'; text: string } | { kind: 'sound' };

export type NetworkEvent =
  | { type: 'call'; call: Omit<Call, 'transcript'> }
  | { type: 'line'; callSid: string; phone: string; line: TranscriptLine }
  | { type: 'message'; message: Message }
  | { type: 'phone'; number: string; settings: PhoneSettings }
  | { type: 'recording'; recording: Recording; phone: string }
  | { type: 'problem'; callSid: string | null; code: number; message: string };

/** The clock's hands: injected so that tests move them by hand. */
export interface Timer {
  setTimeout(run: () => void, milliseconds: number): unknown;
  clearTimeout(handle: unknown): void;
}

/** What a document or the REST API asks the network to fetch next. */
export type Source = { url: string; method: HttpMethod; params: Record<string, string> } | { twiml: string };
