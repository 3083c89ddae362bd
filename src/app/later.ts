import type { RequestHandler } from 'express';

/** Something that takes a while to open; others may hold it already, and wait where they need it. */
export interface Later<T> {
  readonly value: Promise<T>;
  /** Opens it; the value is there, or fails for all who wait, when this resolves. */
  open(how: () => Promise<T>): Promise<T>;
}

export function later<T>(): Later<T> {
  let settle: (value: Promise<T>) => void = () => {};
  const value = new Promise<T>((resolve) => {
    settle = resolve;
  });
  // Whoever opens it hears of a failure; nobody else need be waiting.
  value.catch(() => {});
  return {
    value,
    open(how) {
      settle(how());
      return value;
    },
  };
}

/** A router that is made when it is first asked for: what is seldom looked at does not hold up the start. */
export function routerLater(open: () => Promise<RequestHandler>): RequestHandler {
  let router: Promise<RequestHandler> | undefined;
  return async (request, response, next) => {
    router ??= open();
    (await router)(request, response, next);
  };
}
