import twilio from 'twilio';
import type RequestClient from 'twilio/lib/base/RequestClient.js';

/** The SDK knows no base URL: requests are addressed to another server here. */
class RedirectedClient extends twilio.RequestClient {
  constructor(private readonly base: URL) {
    super();
  }

  override request<T>(options: RequestClient.RequestOptions<T>) {
    const url = new URL(options.uri);
    url.protocol = this.base.protocol;
    url.host = this.base.host;
    url.pathname = this.base.pathname.replace(/\/$/, '') + url.pathname;
    return super.request({ ...options, uri: url.href });
  }
}

export interface TwilioAccount {
  accountSid: string;
  authToken: string;
  /** Our number, E.164. */
  phoneNumber: string;
  /** Another server that speaks Twilio's API: a proxy, a replacement or the simulator. */
  apiBaseUrl?: string | undefined;
}

export const createTwilioClient = ({ accountSid, authToken, apiBaseUrl }: TwilioAccount): twilio.Twilio =>
  twilio(accountSid, authToken, apiBaseUrl ? { httpClient: new RedirectedClient(new URL(apiBaseUrl)) } : {});
