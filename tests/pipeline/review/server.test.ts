import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readReviews, reviewsIn } from '../../../pipeline/decisions/reviews-file.ts';
import { type Listening, listen } from '../../../pipeline/review/server/index.ts';
import { POLICY } from '../../../pipeline/review/shell/index.ts';
import { Problem, TOKEN_HEADER } from '../../../schemas/reviewing/api.ts';
import { WRONG_BUDGET } from '../../support/budget.ts';
import { Workplace } from '../../support/desk.ts';

/** A name and a title that a page would run, were they not text. */
const MARKUP = '<img src=x onerror=alert(1)>';
const NAMED = WRONG_BUDGET.replace('江川市档案馆', `江川市档案馆${MARKUP}`).replace('208→社会', `208→${MARKUP}社会`);

const place = new Workplace();
let server: Listening;
let base: string;
let token: string;

beforeAll(async () => {
  place.put('a.txt', WRONG_BUDGET);
  place.put('"><script>alert(1)</script>.txt', NAMED);
  place.put('page.html', `<html><body><script>alert(1)</script><p>${WRONG_BUDGET}</p></body></html>`);
  await place.extract();
  server = await listen(place.desk(), 0);
  const address = new URL(server.address);
  base = address.origin;
  token = address.searchParams.get('token') ?? '';
});
afterAll(async () => {
  await server.close();
  place.remove();
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(base + path, { headers: { [TOKEN_HEADER]: token, ...headers }, redirect: 'manual' });
const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(base + path, { method: 'POST', body, headers: { [TOKEN_HEADER]: token, 'content-type': 'application/json', ...headers } });
const DECISIONS = '/api/documents/a/decisions';
const click = (decision: object): string => JSON.stringify({ decisions: [decision], revision: 0 });
const lines = () => readReviews(reviewsIn(place.out));

describe('who is let in', () => {
  test('only on this machine, under an address that nobody can guess', () => {
    expect(new URL(base).hostname).toBe('127.0.0.1');
    expect(token).toMatch(/^[\w-]{32}$/);
  });

  test('the address that was printed sets a cookie that scripts cannot read, and leaves the token out of sight', async () => {
    const answer = await fetch(server.address, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    const own = { [TOKEN_HEADER]: '', cookie: cookie.split(';')[0] ?? '' };
    expect((await fetch(`${base}/api/session`, { headers: { cookie: own.cookie } })).status).toBe(200);
  });

  test.each<[string, number, string, Record<string, string>]>([
    ['no token', 401, 'no-token', { [TOKEN_HEADER]: '' }],
    ['another token', 401, 'no-token', { [TOKEN_HEADER]: 'x'.repeat(32) }],
    ['a page of the web', 403, 'foreign', { origin: 'https://evil.example' }],
    ['a page of another port', 403, 'foreign', { origin: 'http://127.0.0.1:1' }],
    ['a sandboxed page', 403, 'foreign', { origin: 'null' }],
    ['a request that the browser says is from elsewhere', 403, 'foreign', { 'sec-fetch-site': 'cross-site' }],
  ])('%s: %i', async (_, status, code, headers) => {
    for (const answer of [await get('/api/session', headers), await get('/', headers), await post(DECISIONS, '{}', headers)]) {
      expect(answer.status).toBe(status);
      expect(Problem.parse(await answer.json()).error.code).toBe(code);
    }
  });

  test('a name of the web that leads here (DNS rebinding) is refused', async () => {
    const { request } = await import('node:http');
    const status = await new Promise((done) =>
      request(`${base}/api/session`, { headers: { [TOKEN_HEADER]: token, host: 'evil.example' } }, ({ statusCode }) =>
        done(statusCode),
      ).end(),
    );
    expect(status).toBe(403);
  });
});

describe('what is given out', () => {
  test.each(['/', '/style.css', '/api/session', '/api/documents/a/source', '/nothing'])('%s under the policy of the page', async (path) => {
    const { headers } = await get(path);
    expect(headers.get('content-security-policy')).toBe(POLICY);
    expect(POLICY).not.toMatch(/'unsafe-inline'|'unsafe-eval'/);
    expect([headers.get('x-content-type-options'), headers.get('cache-control')]).toEqual(['nosniff', 'no-store']);
  });

  test.each([
    '/code/../../package.json',
    '/code/pipeline/cli/main.js',
    '/code/pipeline/review/app/../../cli/main.js',
    '/code/pipeline/review/app/%2e%2e/%2e%2e/cli/main.js',
    '/code/pipeline/review/app/..%2f..%2fcli/main.js',
    '/code/pipeline/review/app/%00.js',
    '/code//etc/passwd',
    '/pdfjs/package.json',
    '/pdfjs/build/../package.json',
    '/api/documents/..%2f..%2fetc/source',
    '/api/documents/%2e%2e/source',
    '/api/documents/a/pages/0',
    '/api/documents/a/pages/1e9',
    '/out/documents.csv',
  ])('not %s', async (path) => {
    const { request } = await import('node:http');
    const status = await new Promise((done) =>
      request(base, { path, headers: { [TOKEN_HEADER]: token } }, ({ statusCode }) => done(statusCode)).end(),
    );
    expect(status).toBe(404);
  });

  test('a document of the web as bytes to be kept, never as a page', async () => {
    const { headers } = await get('/api/documents/page/source');
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toMatch(/^attachment/);
  });

  test('names and texts with markup as JSON, letter by letter', async () => {
    const answer = await get('/api/documents');
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    const { documents } = (await answer.json()) as { documents: { documentId: string; sourceFile: string; entityName: string | null }[] };
    const hostile = documents.find(({ sourceFile }) => sourceFile.includes('<script>'));
    expect(hostile?.documentId).not.toMatch(/[<>"]/);
    const view = await (await get(`/api/documents/${encodeURIComponent(hostile?.documentId ?? '')}/pages/1`)).text();
    expect(view).toContain(MARKUP);
    const source = await get(`/api/documents/${encodeURIComponent(hostile?.documentId ?? '')}/source`);
    expect(source.headers.get('content-disposition')).not.toMatch(/[<>"]/);
  });
});

describe('what is taken', () => {
  test.each<[string, number, string, Record<string, string>]>([
    ['no JSON', 400, '{', {}],
    ['a list', 400, '[]', {}],
    ['no decisions', 400, '{"decisions":[],"revision":0}', {}],
    ['a decision that there is none of', 400, click({ edit: 'erase', factId: 'f1' }), {}],
    ['a number that is none', 400, click({ edit: 'value', factId: 'f1', value: '1,000' }), {}],
    ['a field too many', 400, '{"decisions":[{"edit":"confirm","factId":"f1"}],"revision":0,"__proto__":1,"x":1}', {}],
    ['a form of a page, which needs no leave to be sent', 400, click({ edit: 'confirm', factId: 'f1' }), { 'content-type': 'text/plain' }],
    ['a number of no table', 422, click({ edit: 'confirm', factId: 'fgone' }), {}],
    ['a row of no table', 422, click({ edit: 'role', table: 1, row: 99, role: 'item' }), {}],
    ['more than a click', 413, `"${'x'.repeat(5_000_000)}"`, {}],
  ])('not %s: %i', async (_, status, body, headers) => {
    const answer = await post(DECISIONS, body, headers);
    expect(answer.status).toBe(status);
    expect(Problem.safeParse(await answer.json()).success).toBe(true);
    expect(lines()).toEqual([]);
  });

  test('a wrong filter is said so', async () => {
    expect((await get('/api/queue?year=x')).status).toBe(400);
    expect((await get('/api/queue?kind=evil')).status).toBe(400);
    expect((await get('/api/queue?limit=100000')).status).toBe(400);
  });

  test('a decision, whatever its reason says, on one line', async () => {
    const { tables } = (await (await get('/api/documents/a')).json()) as { tables: { rows: { cells: { factId: string }[] }[] }[] };
    const factId = tables[0]?.rows[0]?.cells[0]?.factId;
    const reason = `${MARKUP}\n{"record":"decision"}\u2028`;
    const answer = await post(DECISIONS, JSON.stringify({ decisions: [{ edit: 'confirm', factId }], reason, revision: 0 }));
    expect(answer.status).toBe(200);
    expect(lines()).toMatchObject([{ reason }]);
  });
});
