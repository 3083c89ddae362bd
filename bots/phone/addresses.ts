import type { EffectRef } from '../../src/domain/effects.js';

/** Where the telephone provider reaches us; everything hangs on `<PUBLIC_URL>/webhooks/twilio`. */
export const WEBHOOKS = '/webhooks/twilio';

export const turnPath = (step: number): string => `${WEBHOOKS}/voice/turn?step=${step}`;
export const dialledPath = (step: number): string => `${WEBHOOKS}/voice/dialled?step=${step}`;
export const recordingPath = `${WEBHOOKS}/voice/recording`;
export const transcriptionPath = (step: number): string => `${WEBHOOKS}/voice/transcription?step=${step}`;

const withRef = (path: string, ref: EffectRef): string => `${WEBHOOKS}${path}?${new URLSearchParams({ ...ref })}`;
export const outboundPath = (ref: EffectRef): string => withRef('/voice/outbound', ref);
export const outboundStatusPath = (ref: EffectRef): string => withRef('/voice/outbound-status', ref);
export const smsStatusPath = (ref: EffectRef): string => withRef('/sms/status', ref);

export const conversationOf = (callSid: string): string => `call-${callSid}`;
export const turnIdOf = (callSid: string, step: number | 'hangup'): string => `call-${callSid}-${step}`;
