import twilio from 'twilio';

/** 429: the provider is busy; 408: it lost patience. Every other 4xx about a message is a "no" that a retry does not change. */
const PASSING = new Set([408, 429]);
/** Our own credentials are wrong: not the message's fault, so it is kept and retried until somebody mends them. */
const OURS = new Set([401, 403]);

/** Why a request was refused for good, or undefined where a retry may help. */
export const finalRefusal = (error: unknown): string | undefined => {
  if (!(error instanceof twilio.RestException)) return undefined;
  const { status, code } = error;
  const isFinal = status >= 400 && status < 500 && !PASSING.has(status) && !OURS.has(status);
  return isFinal ? `provider refused: ${status}${code ? `/${code}` : ''}` : undefined;
};
