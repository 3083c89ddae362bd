import { resolve } from 'node:path';
import { z } from 'zod';

const ROLES = ['web', 'bot', 'worker', 'scheduler'] as const;
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** A part of the service that a process may play. */
export type Role = (typeof ROLES)[number];

/** Everything that can be set from outside, checked, converted and frozen. */
export interface Config {
  readonly production: boolean;
  readonly port: number;
  /** What the world calls us by, without a trailing slash; webhook signatures are computed with it. */
  readonly publicUrl: string;
  /** Absolute. */
  readonly dataDir: string;
  /** Unset: the embedded server. */
  readonly mongodbUri?: string;
  /** Unset: the embedded server. */
  readonly redisUrl?: string;
  readonly role: Role | 'all';
  /** The role, or all of them. */
  readonly roles: readonly Role[];
  /** How many times faster than real time the service's clock runs. */
  readonly timeScale: number;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Unset: the simulated telephone network. */
  readonly twilio?: {
    readonly accountSid: string;
    readonly authToken: string;
    readonly phoneNumber: string;
    readonly apiBaseUrl?: string;
  };
  readonly wechat:
    | { readonly puppet: 'mock' }
    | { readonly puppet: 'service'; readonly endpoint: string; readonly token: string };
  readonly simulators: boolean;
}

/** Names every bad variable and the rule it broke; never a value, since values may be secrets. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly code = 'CONFIG_INVALID';
  constructor(readonly problems: readonly { variable: string; rule: string }[]) {
    super(['The configuration is wrong:', ...problems.map(({ variable, rule }) => `- ${variable} ${rule}`)].join('\n'));
  }
}

const oneOf = <const T extends readonly string[]>(values: T) => z.enum(values, `must be one of ${values.join(', ')}`);
const matching = (pattern: RegExp, rule: string) => z.string().regex(pattern, rule);
const numberBetween = (low: number, high: number, pattern: RegExp, rule: string) =>
  matching(pattern, rule)
    .transform(Number)
    .refine((value) => value >= low && value <= high, rule);
const httpUrl = z
  .string()
  .refine(isHttpUrl, 'must be an http or https address without user, query or fragment')
  .transform((value) => value.replace(/\/+$/, ''));

const schema = z.object({
  NODE_ENV: oneOf(['development', 'test', 'production']).default('development'),
  PORT: numberBetween(1, 65_535, /^\d{1,5}$/, 'must be a whole number from 1 to 65535').default(3000),
  PUBLIC_URL: httpUrl.optional(),
  DATA_DIR: z.string().default('./data'),
  MONGODB_URI: matching(/^mongodb(\+srv)?:\/\/\S+$/, 'must begin with mongodb:// or mongodb+srv://').optional(),
  REDIS_URL: matching(/^rediss?:\/\/\S+$/, 'must begin with redis:// or rediss://').optional(),
  ROLE: oneOf([...ROLES, 'all']).default('all'),
  TIME_SCALE: numberBetween(1, 100_000, /^\d{1,6}(\.\d+)?$/, 'must be a number from 1 to 100000').default(1),
  LOG_LEVEL: oneOf(LOG_LEVELS).default('info'),
  TWILIO_ACCOUNT_SID: matching(/^AC[0-9a-fA-F]{32}$/, 'must be AC and 32 hexadecimal digits').optional(),
  TWILIO_AUTH_TOKEN: matching(/^[0-9a-fA-F]{32}$/, 'must be 32 hexadecimal digits').optional(),
  TWILIO_PHONE_NUMBER: matching(/^\+[1-9]\d{6,14}$/, 'must be a number in E.164 form: + and digits').optional(),
  TWILIO_API_BASE_URL: httpUrl.optional(),
  WECHATY_PUPPET: oneOf(['wechaty-puppet-mock', 'wechaty-puppet-service']).default('wechaty-puppet-mock'),
  WECHATY_PUPPET_SERVICE_ENDPOINT: matching(/^[^\s:/]+:\d{1,5}$/, 'must be host:port').optional(),
  WECHATY_PUPPET_SERVICE_TOKEN: matching(/^\S+$/, 'must not hold spaces').optional(),
});

/** The names of all variables that are read. */
export const VARIABLES: readonly string[] = Object.keys(schema.shape);

type Environment = Record<string, string | undefined>;
type Problem = { variable: string; rule: string };

/** Checks the variables and gives the frozen configuration. An empty variable counts as unset. Throws ConfigError. */
export function parseConfig(environment: Environment): Config {
  const env = onlySet(environment);
  const parsed = schema.safeParse(env);
  const problems = [...(parsed.error?.issues.map(toProblem) ?? []), ...brokenCombinations(env)];
  if (problems.length > 0 || !parsed.success) throw new ConfigError(problems);
  return deepFreeze(toConfig(parsed.data));
}

/** The configuration of this process: the only place that reads process.env. Throws ConfigError. */
export function loadConfig(): Config {
  return parseConfig(process.env);
}

function toConfig(env: z.output<typeof schema>): Config {
  const production = env.NODE_ENV === 'production';
  return {
    production,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    dataDir: resolve(env.DATA_DIR),
    ...(env.MONGODB_URI && { mongodbUri: env.MONGODB_URI }),
    ...(env.REDIS_URL && { redisUrl: env.REDIS_URL }),
    role: env.ROLE,
    roles: env.ROLE === 'all' ? [...ROLES] : [env.ROLE],
    timeScale: env.TIME_SCALE,
    logLevel: env.LOG_LEVEL,
    ...(env.TWILIO_ACCOUNT_SID && {
      twilio: {
        accountSid: env.TWILIO_ACCOUNT_SID,
        authToken: env.TWILIO_AUTH_TOKEN!,
        phoneNumber: env.TWILIO_PHONE_NUMBER!,
        ...(env.TWILIO_API_BASE_URL && { apiBaseUrl: env.TWILIO_API_BASE_URL }),
      },
    }),
    wechat:
      env.WECHATY_PUPPET === 'wechaty-puppet-service'
        ? {
            puppet: 'service',
            endpoint: env.WECHATY_PUPPET_SERVICE_ENDPOINT!,
            token: env.WECHATY_PUPPET_SERVICE_TOKEN!,
          }
        : { puppet: 'mock' },
    simulators: !production,
  };
}

/** Rules over several variables. They look at which are set, so that they speak even where another one is malformed. */
function brokenCombinations(env: Environment): Problem[] {
  const problems: Problem[] = [];
  const need = (condition: boolean, variables: readonly string[], why: string) => {
    if (!condition) return;
    for (const variable of variables) if (!env[variable]) problems.push({ variable, rule: `must be set ${why}` });
  };
  const forbid = (condition: boolean, variables: readonly string[], why: string) => {
    if (!condition) return;
    for (const variable of variables) if (env[variable]) problems.push({ variable, rule: `must not be set ${why}` });
  };
  const production = env.NODE_ENV === 'production';
  const account = ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_PHONE_NUMBER'];
  const hasAccount = account.some((name) => env[name]);
  need(hasAccount, account, `where any of ${account.join(', ')} is`);
  forbid(!hasAccount, ['TWILIO_API_BASE_URL'], 'without a Twilio account');
  const service = env.WECHATY_PUPPET === 'wechaty-puppet-service';
  const serviceOnly = ['WECHATY_PUPPET_SERVICE_ENDPOINT', 'WECHATY_PUPPET_SERVICE_TOKEN'];
  need(service, serviceOnly, 'where WECHATY_PUPPET is wechaty-puppet-service');
  forbid(!service, serviceOnly, 'unless WECHATY_PUPPET is wechaty-puppet-service');
  const split = ROLES.some((role) => role === env.ROLE);
  const servers = ['MONGODB_URI', 'REDIS_URL'];
  if (production) need(true, servers, 'in production');
  else need(split, servers, 'where ROLE is not all: the embedded servers serve one process');
  if (production && Number(env.TIME_SCALE ?? 1) > 1) {
    problems.push({ variable: 'TIME_SCALE', rule: 'must not be above 1 in production' });
  }
  return problems;
}

function onlySet(environment: Environment): Environment {
  const trimmed = VARIABLES.map((name) => [name, environment[name]?.trim()] as const);
  return Object.fromEntries(trimmed.filter(([, value]) => value));
}

function toProblem(issue: z.core.$ZodIssue): Problem {
  return { variable: issue.path.join('.'), rule: issue.message };
}

function isHttpUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password, search, hash } = new URL(value);
  return /^https?:$/.test(protocol) && !username && !password && !search && !hash;
}

function deepFreeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) deepFreeze(inner);
  return Object.freeze(value);
}
