import type { Response } from 'express';

/** A refusal of the REST API: Twilio's code, its sentence and the HTTP status. */
export class ApiRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
  ) {
    super(message);
    this.name = 'ApiRefusal';
  }
}

export const notFound = (path: string) => new ApiRefusal(404, 20404, `The requested resource ${path} was not found`);
export const invalid = (message: string, code = 20001) => new ApiRefusal(400, code, message);

/** Sends an error in Twilio's shape. */
export function sendRefusal(response: Response, { status, code, message }: ApiRefusal): void {
  if (status === 401) response.set('WWW-Authenticate', 'Basic realm="Twilio API"');
  response.status(status).json({ code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status });
}
