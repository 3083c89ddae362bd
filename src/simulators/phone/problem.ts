/** A fault with one of Twilio's published error codes: the caller hears "application error", the feed shows the code. */
export class TelephoneProblem extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
    this.name = 'TelephoneProblem';
  }
}
