// A FHIR server that exports a few patients in bulk, as badly as a test wants.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Agent } from 'undici';

export type Call = {
  readonly method: string;
  readonly path: string;
  readonly token: string | undefined;
  readonly prefer: string | undefined;
};

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export type FakeBulkServer = {
  readonly base: URL;
  readonly calls: Call[];
  /** Answers of a path, in turn; the last one again and again. */
  readonly on: (path: string, ...answers: readonly Answer[]) => void;
  readonly close: () => Promise<void>;
};

export const reply =
  (status: number, body: unknown = '', headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    const text = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
    response.writeHead(status, { 'content-type': 'application/fhir+json', ...headers });
    response.end(text);
  };

export const ndjson = (...resources: readonly unknown[]): Answer =>
  reply(200, `${resources.map((each) => JSON.stringify(each)).join('\n')}\n`, {
    'content-type': 'application/fhir+ndjson',
  });

/** Sends only so many bytes of a text and breaks the connection. */
export const broken =
  (text: string, bytes: number): Answer =>
  (_, response) => {
    response.writeHead(200, {
      'content-type': 'application/fhir+ndjson',
      'content-length': String(Buffer.byteLength(text)),
    });
    response.write(text.slice(0, bytes), () => response.destroy());
  };

export const outcome = (severity: string, code: string, expression?: string) => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity, code, ...(expression !== undefined && { expression: [expression] }) }],
});

export async function fakeBulkServer(): Promise<FakeBulkServer> {
  const calls: Call[] = [];
  const answers = new Map<string, Answer[]>();
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const { authorization, prefer } = request.headers;
    calls.push({ method: request.method ?? '', path, token: authorization, prefer: [prefer].flat()[0] });
    if (request.method === 'DELETE') {
      reply(202)(request, response);
      return;
    }
    const own = answers.get(path.split('?')[0] ?? '') ?? [reply(404)];
    const [next = reply(404)] = own.length > 1 ? own.splice(0, 1) : own;
    next(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = new URL(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/fhir`);
  return {
    base,
    calls,
    on: (path, ...more) => answers.set(`/fhir/${path}`, [...more]),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export const agent = (): Agent => new Agent({ connections: 4 });
