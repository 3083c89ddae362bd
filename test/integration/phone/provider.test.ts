import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createOutbound } from '../../../bots/phone/outbound.js';
import { Undeliverable } from '../../../src/usecases/deliver.js';
import { aContact } from '../../support/builders.js';
import { nowhere } from '../simulators-phone/town.js';
import { ACCOUNT, HOTLINE, RESIDENT, TOKEN } from './hotline.js';

interface Asked {
  method: string;
  url: string;
  authorization: string;
  form: Record<string, string>;
}

const servers: { close(): void; closeAllConnections(): void }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Another server in Twilio's place, that answers everything alike. */
async function aProvider(status: number, body: object) {
  const asked: Asked[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url = '', headers } = request;
    const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
    asked.push({ method, url, authorization: headers.authorization ?? '', form });
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  servers.push(server);
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const outboundTo = (apiBaseUrl: string) =>
  createOutbound({
    accountSid: ACCOUNT,
    authToken: TOKEN,
    phoneNumber: HOTLINE,
    apiBaseUrl,
    publicUrl: 'https://fix.example.com',
  });
const ref = { owner: 'ticket' as const, ownerId: 'W-1001', effectId: 'W-1001-1-0' };
const aMessage = { ref, to: aContact(), text: '师傅已到。', media: [] };
const aCall = { ref, to: RESIDENT, detectMachine: true };
const query = new URLSearchParams(ref);

describe('the provider behind TWILIO_API_BASE_URL', () => {
  it('gets calls, under its own path, with our addresses and number', async () => {
    const { asked, url } = await aProvider(201, { sid: 'CA1' });
    expect(await outboundTo(`${url}/proxy/`).telephone.call(aCall)).toEqual({ callId: 'CA1' });
    expect(asked).toEqual([
      {
        method: 'POST',
        url: `/proxy/2010-04-01/Accounts/${ACCOUNT}/Calls.json`,
        authorization: `Basic ${Buffer.from(`${ACCOUNT}:${TOKEN}`).toString('base64')}`,
        form: {
          To: RESIDENT,
          From: HOTLINE,
          Url: `https://fix.example.com/webhooks/twilio/voice/outbound?${query}`,
          Method: 'POST',
          StatusCallback: `https://fix.example.com/webhooks/twilio/voice/outbound-status?${query}`,
          StatusCallbackMethod: 'POST',
          StatusCallbackEvent: 'completed',
          Timeout: '30',
          MachineDetection: 'Enable',
        },
      },
    ]);
  });

  it('gets messages with a status callback', async () => {
    const { asked, url } = await aProvider(201, { sid: 'SM1' });
    expect(await outboundTo(url).sms.send(aMessage)).toEqual({ status: 'sent', ref: 'SM1' });
    expect(asked[0]).toMatchObject({
      url: `/2010-04-01/Accounts/${ACCOUNT}/Messages.json`,
      form: {
        To: RESIDENT,
        From: HOTLINE,
        Body: '师傅已到。',
        StatusCallback: `https://fix.example.com/webhooks/twilio/sms/status?${query}`,
      },
    });
  });

  it('may refuse for good', async () => {
    const { url } = await aProvider(400, { code: 21211, message: `'To' ${RESIDENT} is not valid`, status: 400 });
    const { sms, telephone } = outboundTo(url);
    expect(await sms.send(aMessage)).toEqual({ status: 'refused', reason: 'provider refused: 400/21211' });
    await expect(telephone.call(aCall)).rejects.toThrow(Undeliverable);
    await expect(telephone.call(aCall)).rejects.toThrow('provider refused: 400/21211');
  });

  it.each([401, 429, 500, 503])('may answer %d, which is thrown for a retry', async (status) => {
    const { url } = await aProvider(status, { code: 20001, message: 'not now', status });
    const { sms, telephone } = outboundTo(url);
    await expect(sms.send(aMessage)).rejects.toMatchObject({ status });
    await expect(telephone.call(aCall)).rejects.toMatchObject({ status });
    const { to, text } = aMessage;
    await expect(sms.wasSent({ ref, to, text, since: new Date() })).rejects.toMatchObject({ status });
    await expect(telephone.wasPlaced({ ref, to: RESIDENT, since: new Date() })).rejects.toMatchObject({ status });
  });

  it('may be away, which is thrown for a retry', async () => {
    const { sms, telephone } = outboundTo(await nowhere());
    await expect(sms.send(aMessage)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await expect(telephone.call(aCall)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('may not know yet when a call was made: then it is ours', async () => {
    const { url } = await aProvider(200, { calls: [{ sid: 'CA1', date_created: null }], page_size: 20 });
    const { telephone } = outboundTo(url);
    expect(await telephone.wasPlaced({ ref, to: RESIDENT, since: new Date() })).toBe('sent');
  });
});
