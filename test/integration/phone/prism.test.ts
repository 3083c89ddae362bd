import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createOutbound } from '../../../bots/phone/outbound.js';
import { aContact } from '../../support/builders.js';
import { until } from '../../support/until.js';
import { nowhere } from '../simulators-phone/town.js';
import { ACCOUNT, HOTLINE, RESIDENT, TOKEN } from './hotline.js';

/** Twilio's own description of its API is not part of this repository: where it is at hand, our requests are held against it. */
const DESCRIPTION = process.env.TWILIO_OPENAPI ?? join(import.meta.dirname, '../../../../shared/twilio/openapi.json');
const PRISM = join(import.meta.dirname, '../../../node_modules/@stoplight/prism-cli/dist/index.js');

const suite = existsSync(DESCRIPTION) && existsSync(PRISM) ? describe : describe.skip;

suite('against Twilio’s description of its API, as Prism reads it', () => {
  let prism: ChildProcess;
  let url: string;
  beforeAll(async () => {
    url = await nowhere();
    const { port } = new URL(url);
    prism = spawn(process.execPath, [PRISM, 'mock', DESCRIPTION, '-h', '127.0.0.1', '-p', port], { stdio: 'ignore' });
    await until('Prism answers', () =>
      fetch(url).then(
        () => true,
        () => false,
      ),
    );
  });
  afterAll(async () => {
    prism.kill();
    await once(prism, 'exit');
  });

  const outbound = () =>
    createOutbound({
      accountSid: ACCOUNT,
      authToken: TOKEN,
      phoneNumber: HOTLINE,
      apiBaseUrl: url,
      publicUrl: 'https://fix.example.com',
    });
  const ref = { owner: 'ticket' as const, ownerId: 'W-1001', effectId: 'W-1001-1-0' };
  const since = new Date();
  const account = `/2010-04-01/Accounts/${ACCOUNT}`;
  const authorization = `Basic ${Buffer.from(`${ACCOUNT}:${TOKEN}`).toString('base64')}`;

  it('notices what is wrong', async () => {
    const ask = (fields: Record<string, string>, headers: Record<string, string>) =>
      fetch(`${url}${account}/Calls.json`, { method: 'POST', headers, body: new URLSearchParams(fields) });
    expect((await ask({ From: HOTLINE, Url: 'https://fix.example.com/' }, { authorization })).status).toBe(422);
    expect((await ask({ To: RESIDENT, From: HOTLINE, Timeout: 'long' }, { authorization })).status).toBe(422);
    expect((await ask({ To: RESIDENT, From: HOTLINE, Url: 'https://fix.example.com/' }, {})).status).toBe(401);
  });

  it('takes our calls', async () => {
    const { telephone } = outbound();
    for (const detectMachine of [true, false]) {
      expect(await telephone.call({ ref, to: RESIDENT, detectMachine })).toEqual({ callId: expect.any(String) });
    }
  });

  it('takes our messages', async () => {
    const sent = await outbound().sms.send({ ref, to: aContact(), text: '师傅已到。', media: [] });
    expect(sent).toEqual({ status: 'sent', ref: expect.any(String) });
  });

  it('takes our questions about earlier calls and messages', async () => {
    const { sms, telephone } = outbound();
    expect(await sms.wasSent({ ref, to: aContact(), text: '师傅已到。', since })).toBe('not_sent');
    expect(['sent', 'not_sent']).toContain(await telephone.wasPlaced({ ref, to: RESIDENT, since }));
  });
});
