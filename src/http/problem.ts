import type { Request, Response } from 'express';
import { z } from 'zod';

/** Every "no" of the API: status, and its title in the two languages. The codes are stable; clients may rely on them. */
export const PROBLEMS = {
  malformed_request: [400, '请求格式不正确', 'The request is malformed'],
  invalid_query: [400, '查询参数不正确', 'A query parameter is not valid'],
  not_logged_in: [401, '请先登录', 'Please log in'],
  wrong_credentials: [401, '用户名或密码不正确', 'User name or password is wrong'],
  not_permitted: [403, '您没有此操作的权限', 'You may not do this'],
  foreign_origin: [403, '请求来自其他网站，已拒绝', 'The request comes from another site'],
  not_found: [404, '没有找到', 'Not found'],
  method_not_allowed: [405, '不支持此请求方法', 'Method not allowed'],
  illegal_action: [409, '服务单当前状态不允许此操作', "The ticket's state does not allow this action"],
  conflict: [409, '与现有数据冲突', 'This conflicts with what is there'],
  too_large: [413, '请求内容过大', 'The request is too large'],
  unsupported_type: [415, '请使用 UTF-8 编码的 JSON', 'Please send JSON in UTF-8'],
  invalid_input: [422, '填写的内容有误', 'The input is not valid'],
  too_many_requests: [429, '尝试次数过多，请稍后再试', 'Too many attempts, please try again later'],
  internal: [500, '服务出错了，请稍后再试', 'Something went wrong, please try again later'],
  not_ready: [503, '服务尚未就绪', 'Not ready yet'],
} as const satisfies Record<string, readonly [number, string, string]>;
export type ProblemCode = keyof typeof PROBLEMS;

const fieldErrorSchema = z.object({ path: z.string(), message: z.string() });
export type FieldError = z.infer<typeof fieldErrorSchema>;

/** RFC 9457. */
export const problemSchema = z
  .object({
    type: z.string().meta({ description: 'urn:shangmen:problem:<code>; stable' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    requestId: z.string().optional(),
    errors: z.array(fieldErrorSchema).optional(),
    state: z.string().optional().meta({ description: "The ticket's state (409)" }),
    allowed: z.array(z.string()).optional().meta({ description: 'Actions that the state allows (409)' }),
  })
  .meta({ id: 'Problem' });

/** An answer that says no. Handlers return it; nothing is thrown for the expected. */
export interface Problem {
  problem: ProblemCode;
  detail?: string;
  errors?: FieldError[];
  state?: string;
  allowed?: string[];
  headers?: Record<string, string>;
}

export const problem = (code: ProblemCode, rest: Omit<Problem, 'problem'> = {}): Problem => ({
  problem: code,
  ...rest,
});

/** One wrong field of an otherwise readable body. */
export const wrongField = (path: string, message: string): Problem =>
  problem('invalid_input', { errors: [{ path, message }] });

export const isProblem = (answer: object): answer is Problem => 'problem' in answer;

/** Writes `application/problem+json`; the title in Chinese unless the client prefers English. */
export function sendProblem(req: Request, res: Response, { problem: code, headers, ...rest }: Problem): void {
  const [status, chinese, english] = PROBLEMS[code];
  const title = req.acceptsLanguages('zh', 'en') === 'en' ? english : chinese;
  res
    .status(status)
    .set(headers ?? {})
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `urn:shangmen:problem:${code}`,
        title,
        status,
        instance: req.originalUrl.split('?')[0],
        requestId: res.locals.requestId,
        ...rest,
      } satisfies z.infer<typeof problemSchema>),
    );
}
