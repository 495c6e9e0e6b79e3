/** A desk in, the review app on an address of this machine out; imports schemas, base, desk, shell. */
import { randomBytes } from 'node:crypto';
import { serve } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { z } from 'zod';
import { DecisionRequest, type DocumentEntry, type DocumentList, QueueFilter, StepRequest } from '../../../schemas/reviewing/api.ts';
import { EXIT, systemReason, UserError } from '../../base/errors.ts';
import { type Desk, Refusal } from '../desk/index.ts';
import { ADDRESSES, PAGE, STYLE } from '../shell/index.ts';
import { codeFile, pdfjsFile, type StaticFile } from './files.ts';
import { type Gate, gate, problem } from './gate.ts';

/** Bytes of a request: more decisions than a click can make. */
const MOST_BYTES = 4 * 2 ** 20;

/** What the answer to a request is when it is no JSON of its schema. */
class BadRequest extends Error {}

async function bodyOf<T>(context: Context, schema: z.ZodType<T>): Promise<T> {
  const type = context.req.header('content-type') ?? '';
  if (!/^application\/json\b/i.test(type)) throw new BadRequest('Expected a body of application/json.');
  const body: unknown = await context.req.json().catch(() => undefined);
  const { data, error } = schema.safeParse(body);
  if (error) throw new BadRequest(error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`).join('; '));
  return data;
}

/** A file of whoever published it is never run: only a PDF is shown, by the app's own code; anything else is bytes. */
function typeOf(media: DocumentEntry['media']): string {
  return media === 'pdf' ? 'application/pdf' : 'application/octet-stream';
}

const numberIn = (text: string): number => (/^[1-9]\d{0,6}$/.test(text) ? Number(text) : 0);

function answerFile(context: Context, file: StaticFile | null) {
  return file ? context.body(file.bytes, 200, { 'content-type': file.type }) : problem(context, 404, 'no-file', 'There is no such file.');
}

function failed(error: unknown, context: Context) {
  if (error instanceof Refusal) return problem(context, error.status, error.code, error.message);
  if (error instanceof BadRequest) return problem(context, 400, 'bad-request', error.message);
  const message = error instanceof UserError ? error.text.en : error instanceof Error ? error.message : String(error);
  return problem(context, 500, 'failed', message);
}

/** The app as it answers requests; `find` tells where it listens, which is known when it does. */
export function appFor(desk: Desk, find: () => Gate): Hono {
  const app = new Hono();
  app.onError(failed);
  app.notFound((context) => problem(context, 404, 'no-address', 'There is nothing at this address.'));
  app.use(gate(find));
  app.use(bodyLimit({ maxSize: MOST_BYTES, onError: (context) => problem(context, 413, 'too-large', `More than ${MOST_BYTES} bytes.`) }));
  app.get(ADDRESSES.page, (context) => context.html(PAGE));
  app.get(ADDRESSES.style, (context) => context.body(STYLE, 200, { 'content-type': 'text/css; charset=utf-8' }));
  app.get(`${ADDRESSES.code}*`, (context) => answerFile(context, codeFile(context.req.path.slice(ADDRESSES.code.length))));
  app.get(`${ADDRESSES.pdfjs}*`, (context) => answerFile(context, pdfjsFile(context.req.path.slice(ADDRESSES.pdfjs.length))));
  addQuestions(app, desk);
  addDecisions(app, desk);
  return app;
}

function addQuestions(app: Hono, desk: Desk): void {
  app.get('/api/session', (context) => context.json(desk.session()));
  app.get('/api/documents', (context) => context.json({ documents: desk.documents() } satisfies DocumentList));
  app.get('/api/queue', (context) => {
    const { data, error } = QueueFilter.safeParse(context.req.query());
    if (error) throw new BadRequest(error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`).join('; '));
    return context.json(desk.queue(data));
  });
  app.get('/api/stats', (context) => context.json(desk.stats()));
  app.get('/api/documents/:id', async (context) => context.json(await desk.view(context.req.param('id'))));
  app.get('/api/documents/:id/pages/:number', async (context) =>
    context.json(await desk.page(context.req.param('id'), numberIn(context.req.param('number')))),
  );
  app.get('/api/documents/:id/source', async (context) => {
    const { bytes, media, name } = await desk.source(context.req.param('id'));
    return context.body(new Uint8Array(bytes), 200, {
      'content-type': typeOf(media),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(Buffer.from(name).toString())}`,
    });
  });
}

function addDecisions(app: Hono, desk: Desk): void {
  app.post('/api/documents/:id/decisions', async (context) =>
    context.json(await desk.decide(context.req.param('id'), await bodyOf(context, DecisionRequest))),
  );
  for (const which of ['undo', 'redo'] as const) {
    app.post(`/api/documents/:id/${which}`, async (context) =>
      context.json(await desk.step(context.req.param('id'), which, await bodyOf(context, StepRequest))),
    );
  }
}

/** A server that answers. `address` carries the token. */
export interface Listening {
  address: string;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const TOKEN_BYTES = 24;

/** `port` 0: any that is free. @throws UserError (exit code 1) when the port cannot be had. */
export async function listen(desk: Desk, port: number): Promise<Listening> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const found: Gate = { token, port };
  const app = appFor(desk, () => found);
  const server = serve({ fetch: app.fetch, hostname: LOOPBACK, port });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', (error) => reject(notListening(port, error)));
  });
  const at = server.address();
  if (typeof at === 'object' && at !== null) found.port = at.port;
  return {
    address: `http://${LOOPBACK}:${found.port}/?token=${token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

function notListening(port: number, error: unknown): UserError {
  return new UserError(EXIT.usage, {
    en: `Port ${port} of ${LOOPBACK} cannot be had (${systemReason(error)}). Give another one with --port, or none: then any that is free is taken.`,
    zh: `无法使用 ${LOOPBACK} 的端口 ${port}（${systemReason(error)}）。请用 --port 换一个，或不指定，由程序选取空闲端口。`,
  });
}
