import { z } from 'zod';
import { logIn, logOut } from '../../usecases/login.js';
import { staffSchemaOut, toStaff } from '../dto/staff.js';
import { problem } from '../problem.js';
import { publicRoute, type Route, staffRoute } from '../route.js';

export const credentialsSchema = z
  .strictObject({ username: z.string().min(1).max(64), password: z.string().min(1).max(200) })
  .meta({ id: 'Credentials' });

const sessionSchema = z
  .object({
    token: z.string().meta({ description: 'Send it as `Authorization: Bearer …`.' }),
    expiresAt: z.date(),
    staff: staffSchemaOut,
  })
  .meta({ id: 'Session' });

export const sessionRoutes: readonly Route[] = [
  publicRoute({
    method: 'post',
    path: '/api/v1/login',
    id: 'logIn',
    tag: 'session',
    summary: '登录 Log in',
    body: credentialsSchema,
    isLimited: true,
    answer: sessionSchema,
    problems: ['wrong_credentials', 'too_many_requests'],
    async handle({ body }, deps) {
      const session = await logIn(deps, body);
      return session ? { body: { ...session, staff: toStaff(session.staff) } } : problem('wrong_credentials');
    },
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/logout',
    id: 'logOut',
    tag: 'session',
    summary: '退出 Log out',
    access: 'staff',
    status: 204,
    answer: z.undefined(),
    async handle({ token }, deps) {
      await logOut(deps, token);
      return { body: undefined };
    },
  }),
  staffRoute({
    method: 'get',
    path: '/api/v1/me',
    id: 'me',
    tag: 'session',
    summary: '当前用户 Who is logged in',
    access: 'staff',
    answer: staffSchemaOut,
    handle: async ({ staff }) => ({ body: toStaff(staff) }),
  }),
];
