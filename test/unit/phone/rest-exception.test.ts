import fc from 'fast-check';
import twilio from 'twilio';
import { finalRefusal } from '../../../bots/phone/rest-exception.js';

const refused = (status: number, code = 21211) =>
  new twilio.RestException({
    statusCode: status,
    body: JSON.stringify({ status, code, message: "The 'To' number +8613800000001 is not valid" }),
    headers: {},
  } as never);

describe('a refusal of the provider', () => {
  it('is final for a bad request, and named by its numbers only', () => {
    const reason = finalRefusal(refused(400));
    expect(reason).toBe('provider refused: 400/21211');
    expect(reason).not.toContain('138');
  });

  it.each([401, 403, 429, 500, 502, 503])('may pass: %d', (status) => {
    expect(finalRefusal(refused(status))).toBeUndefined();
  });

  it('is final only for other 4xx', () => {
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 599 }), (status) => {
        const isFinal = status >= 400 && status < 500 && ![401, 403, 408, 429].includes(status);
        expect(finalRefusal(refused(status)) !== undefined).toBe(isFinal);
      }),
    );
  });

  it('is none where the provider was not reached', () => {
    expect(finalRefusal(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }))).toBeUndefined();
    expect(finalRefusal({ status: 400 })).toBeUndefined();
    expect(finalRefusal(undefined)).toBeUndefined();
  });
});
