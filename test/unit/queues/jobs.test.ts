import fc from 'fast-check';
import { backoffMs } from '../../../queues/backoff.js';
import { jobNameOf } from '../../../queues/enqueue.js';
import { HANDLERS } from '../../../queues/handlers/index.js';
import { JOBS, QUEUES } from '../../../queues/jobs.js';
import type { EffectWork, Route } from '../../../src/domain/effects.js';
import { aContact } from '../../support/builders.js';

const to = aContact();
const message: EffectWork = { kind: 'message', to, text: { key: 'resident.closed', params: {} } };
const reply: EffectWork = { kind: 'reply', to, reply: { say: [], expect: 'end' } };
const prompt: EffectWork = { kind: 'prompt', to, prompt: 'survey', attempt: 0 };

describe('the catalogue of jobs', () => {
  it('has a handler for each job and knows each queue', () => {
    expect(Object.keys(HANDLERS).toSorted()).toEqual(Object.keys(JOBS).toSorted());
    expect(new Set(Object.values(JOBS).map(({ queue }) => queue))).toEqual(new Set(QUEUES));
  });

  it.each<[string, EffectWork, Route[], string]>([
    ['a message by chat', message, ['wechat', 'sms'], 'wechat.send'],
    ['a message by SMS', message, ['sms'], 'sms.send'],
    ['a message read aloud', message, ['call'], 'call.place'],
    ['a message without any route', message, [], 'sms.send'],
    ['a reply', reply, ['wechat'], 'wechat.send'],
    ['a question by chat', prompt, ['wechat', 'call'], 'prompt.ask'],
    ['a question by SMS', prompt, ['sms'], 'prompt.ask'],
    ['a question by telephone', prompt, ['call', 'sms'], 'call.place'],
    ['a clock', { kind: 'deadline', deadline: 'accept' }, [], 'deadline.check'],
    ['a search', { kind: 'dispatch' }, [], 'ticket.dispatch'],
    ['a silent conversation', { kind: 'timeout', turnId: 't' }, [], 'conversation.timeout'],
  ])('%s is worked off by the right job', (_, work, routes, job) => {
    expect(jobNameOf({ work, routes })).toBe(job);
  });
});

describe('waiting between tries', () => {
  it('doubles, is scattered over the upper half of the step, and never exceeds five minutes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }), (tries, random) => {
        const step = Math.min(300_000, 1_000 * 2 ** (tries - 1));
        const wait = backoffMs(tries, () => random);
        expect(wait).toBeGreaterThanOrEqual(step / 2);
        expect(wait).toBeLessThanOrEqual(step);
      }),
    );
  });
});
