import { resolve } from 'node:path';
import fc from 'fast-check';
import { ConfigError, parseConfig, VARIABLES } from '../../src/config.js';

const SID = `AC${'0a'.repeat(16)}`;
const TWILIO = {
  TWILIO_ACCOUNT_SID: SID,
  TWILIO_AUTH_TOKEN: 'f0'.repeat(16),
  TWILIO_PHONE_NUMBER: '+8675512345678',
};
const PUPPET_SERVICE = {
  WECHATY_PUPPET: 'wechaty-puppet-service',
  WECHATY_PUPPET_SERVICE_ENDPOINT: '127.0.0.1:8788',
  WECHATY_PUPPET_SERVICE_TOKEN: 'insecure_1234',
};
const PRODUCTION = {
  NODE_ENV: 'production',
  MONGODB_URI: 'mongodb://a:27017,b:27017/shangmen?replicaSet=rs0',
  REDIS_URL: 'rediss://cache:6380/1',
};

function refusal(env: Record<string, string>): ConfigError {
  try {
    parseConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('the configuration was accepted');
}

const namesOf = (error: ConfigError) => error.problems.map(({ variable }) => variable).sort();

describe('configuration', () => {
  it('needs nothing: a bare machine gets everything embedded and simulated', () => {
    expect(parseConfig({})).toEqual({
      production: false,
      port: 3000,
      publicUrl: 'http://localhost:3000',
      dataDir: resolve('data'),
      role: 'all',
      roles: ['web', 'bot', 'worker', 'scheduler'],
      timeScale: 1,
      logLevel: 'info',
      wechat: { puppet: 'mock' },
      simulators: true,
    });
  });

  it('takes empty and blank variables as unset', () => {
    const blank = Object.fromEntries(VARIABLES.map((name, i) => [name, i % 2 ? '' : '  ']));
    expect(parseConfig(blank)).toEqual(parseConfig({}));
  });

  it('ignores variables that are not its own', () => {
    expect(parseConfig({ PATH: '/bin', TWILIO_REGION: 'au1' })).toEqual(parseConfig({}));
  });

  it('is frozen through and through', () => {
    const config = parseConfig(TWILIO);
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.roles)).toBe(true);
    expect(Object.isFrozen(config.twilio)).toBe(true);
  });

  it('lets the public address follow the port, and cuts its trailing slash', () => {
    expect(parseConfig({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
    expect(parseConfig({ PUBLIC_URL: 'https://shangmen.example/base/' }).publicUrl).toBe(
      'https://shangmen.example/base',
    );
  });

  it('takes one role alone where the servers are given', () => {
    const { roles, role } = parseConfig({ ...PRODUCTION, ROLE: 'worker' });
    expect([role, roles]).toEqual(['worker', ['worker']]);
  });

  it('takes the whole Twilio and puppet service groups', () => {
    const config = parseConfig({ ...TWILIO, ...PUPPET_SERVICE, TWILIO_API_BASE_URL: 'http://127.0.0.1:4011/' });
    expect(config.twilio).toEqual({
      accountSid: SID,
      authToken: TWILIO.TWILIO_AUTH_TOKEN,
      phoneNumber: '+8675512345678',
      apiBaseUrl: 'http://127.0.0.1:4011',
    });
    expect(config.wechat).toEqual({ puppet: 'service', endpoint: '127.0.0.1:8788', token: 'insecure_1234' });
  });

  it('switches the simulators off in production', () => {
    const config = parseConfig(PRODUCTION);
    expect([config.production, config.simulators]).toEqual([true, false]);
    expect([config.mongodbUri, config.redisUrl]).toEqual([PRODUCTION.MONGODB_URI, PRODUCTION.REDIS_URL]);
  });
});

describe('configuration refuses', () => {
  it.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '3000.5'],
    ['PORT', '0x10'],
    ['PORT', '-1'],
    ['PUBLIC_URL', 'shangmen.example'],
    ['PUBLIC_URL', 'ftp://shangmen.example'],
    ['PUBLIC_URL', 'https://user:word@shangmen.example'],
    ['PUBLIC_URL', 'https://shangmen.example/?a=1'],
    ['MONGODB_URI', 'http://localhost'],
    ['MONGODB_URI', 'mongodb://'],
    ['REDIS_URL', 'localhost:6379'],
    ['ROLE', 'phone'],
    ['TIME_SCALE', '0'],
    ['TIME_SCALE', '0.5'],
    ['TIME_SCALE', '1e3'],
    ['TIME_SCALE', '100001'],
    ['LOG_LEVEL', 'loud'],
    ['NODE_ENV', 'prod'],
    ['WECHATY_PUPPET', 'wechaty-puppet-wechat4u'],
  ])('%s=%s', (variable, value) => {
    const error = refusal({ [variable]: value });
    expect(namesOf(error)).toEqual([variable]);
    expect(error.message).toContain(`- ${variable} must `);
  });

  it.each([
    ['TWILIO_ACCOUNT_SID', `SK${'0a'.repeat(16)}`],
    ['TWILIO_AUTH_TOKEN', 'f0'.repeat(15)],
    ['TWILIO_PHONE_NUMBER', '075512345678'],
    ['TWILIO_API_BASE_URL', '127.0.0.1:4011'],
  ])('a malformed %s', (variable, value) => {
    expect(namesOf(refusal({ ...TWILIO, [variable]: value }))).toEqual([variable]);
  });

  it.each(['127.0.0.1', 'http://127.0.0.1:8788', ':8788'])('%s as puppet endpoint', (value) => {
    const error = refusal({ ...PUPPET_SERVICE, WECHATY_PUPPET_SERVICE_ENDPOINT: value });
    expect(namesOf(error)).toEqual(['WECHATY_PUPPET_SERVICE_ENDPOINT']);
  });

  it.each(Object.keys(TWILIO))('a Twilio account without %s', (missing) => {
    expect(namesOf(refusal({ ...TWILIO, [missing]: '' }))).toEqual([missing]);
  });

  it('a Twilio base address without an account', () => {
    expect(namesOf(refusal({ TWILIO_API_BASE_URL: 'http://127.0.0.1:4011' }))).toEqual(['TWILIO_API_BASE_URL']);
  });

  it('half a puppet service, and its variables with another puppet', () => {
    const { WECHATY_PUPPET_SERVICE_TOKEN, ...half } = PUPPET_SERVICE;
    expect(namesOf(refusal(half))).toEqual(['WECHATY_PUPPET_SERVICE_TOKEN']);
    expect(namesOf(refusal({ WECHATY_PUPPET_SERVICE_TOKEN }))).toEqual(['WECHATY_PUPPET_SERVICE_TOKEN']);
  });

  it('production without its servers', () => {
    expect(namesOf(refusal({ NODE_ENV: 'production' }))).toEqual(['MONGODB_URI', 'REDIS_URL']);
  });

  it('a single role on embedded servers', () => {
    expect(namesOf(refusal({ ROLE: 'web', REDIS_URL: 'redis://localhost' }))).toEqual(['MONGODB_URI']);
  });

  it('scaled time in production', () => {
    expect(parseConfig({ TIME_SCALE: '60' }).timeScale).toBe(60);
    expect(namesOf(refusal({ ...PRODUCTION, TIME_SCALE: '60' }))).toEqual(['TIME_SCALE']);
  });

  it('everything wrong at once, so that one look is enough', () => {
    const error = refusal({ PORT: 'x', ROLE: 'bot', TWILIO_AUTH_TOKEN: 'x' });
    expect(new Set(namesOf(error))).toEqual(
      new Set(['PORT', 'TWILIO_AUTH_TOKEN', 'TWILIO_ACCOUNT_SID', 'TWILIO_PHONE_NUMBER', 'MONGODB_URI', 'REDIS_URL']),
    );
  });

  it('without ever repeating a value', () => {
    const secretish = fc.stringMatching(/^[%&(){}~]{6,20}$/);
    fc.assert(
      fc.property(fc.subarray([...VARIABLES], { minLength: 1 }), secretish, (names, value) => {
        const env = Object.fromEntries(names.map((name) => [name, value]));
        try {
          parseConfig(env);
        } catch (error) {
          expect((error as ConfigError).message).not.toContain(value);
        }
      }),
    );
  });
});
