import { timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { type Problem, TOKEN_HEADER } from '../../../schemas/reviewing/api.ts';
import { ADDRESSES, POLICY } from '../shell/index.ts';

/*
 * Who is let in. Any page of the web can make a browser send requests to this address, and any program of the machine can reach it:
 * only what carries the token, names this server as its host, and comes from its own page, is answered.
 */

/** Where the server listens, and the secret of this run. */
export interface Gate {
  token: string;
  port: number;
}

export function problem(context: Context, status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 500, code: string, message: string) {
  return context.json({ error: { code, message } } satisfies Problem, status);
}

/** A cookie belongs to a host, not to a port: two reviews at once have two names. */
const cookieName = (port: number): string => `duizhang-${port}`;

function isToken(given: string | undefined, token: string): boolean {
  if (given === undefined) return false;
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const hostsOf = (port: number): string[] => [`127.0.0.1:${port}`, `localhost:${port}`];

function isOwnPage(context: Context, port: number): boolean {
  const host = context.req.header('host') ?? '';
  if (!hostsOf(port).includes(host)) return false;
  const origin = context.req.header('origin');
  if (origin !== undefined && origin !== `http://${host}`) return false;
  const site = context.req.header('sec-fetch-site');
  return site === undefined || site === 'same-origin' || site === 'none';
}

/** Headers of every answer: nothing of it is kept, guessed at, framed or read by another page. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
};

export function gate(find: () => Gate): MiddlewareHandler {
  return async (context, next) => {
    const { token, port } = find();
    for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
    if (!isOwnPage(context, port)) return problem(context, 403, 'foreign', 'This request comes from another page or names another host.');
    const asked = context.req.query('token');
    if (context.req.method === 'GET' && context.req.path === ADDRESSES.page && isToken(asked, token)) {
      setCookie(context, cookieName(port), token, { httpOnly: true, sameSite: 'Strict', path: '/' });
      return context.redirect(ADDRESSES.page, 303);
    }
    const given = context.req.header(TOKEN_HEADER) ?? getCookie(context, cookieName(port));
    if (!isToken(given, token))
      return problem(context, 401, 'no-token', 'Open the whole address that "duizhang review" printed; it carries a token.');
    return next();
  };
}
