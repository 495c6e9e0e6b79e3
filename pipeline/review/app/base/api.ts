import type {
  Change,
  DecisionRequest,
  DocumentList,
  DocumentView,
  PageView,
  Problem,
  Queue,
  Session,
  Stats,
  StepRequest,
} from '../../../../schemas/reviewing/api.ts';

/** What the server refuses, with its reason. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

async function answered<T>(path: string, body?: object): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`/api/${path}`, body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) {
    const problem: Problem | null = await response.json().catch(() => null);
    throw new Refused(response.status, problem?.error.code ?? '', problem?.error.message ?? response.statusText);
  }
  return response.json();
}

const of = (documentId: string): string => `documents/${encodeURIComponent(documentId)}`;

/** What the queue is asked for; see `QueueFilter` of the server. Empty texts ask for nothing. */
export type Asked = Readonly<Record<string, string | number>>;

export const api = {
  session: () => answered<Session>('session'),
  documents: () => answered<DocumentList>('documents'),
  stats: () => answered<Stats>('stats'),
  queue(asked: Asked): Promise<Queue> {
    const filled = Object.entries(asked).flatMap(([name, value]) => (value === '' ? [] : [[name, String(value)]]));
    return answered<Queue>(`queue?${new URLSearchParams(filled)}`);
  },
  document: (documentId: string) => answered<DocumentView>(of(documentId)),
  page: (documentId: string, number: number) => answered<PageView>(`${of(documentId)}/pages/${number}`),
  decide: (documentId: string, request: DecisionRequest) => answered<Change>(`${of(documentId)}/decisions`, request),
  step: (documentId: string, which: 'undo' | 'redo', request: StepRequest) => answered<Change>(`${of(documentId)}/${which}`, request),
  sourceAddress: (documentId: string): string => `/api/${of(documentId)}/source`,
};
