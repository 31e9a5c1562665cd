// A server on loopback whose answers a test decides, and which remembers what it was asked.

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Asked = { readonly method: string; readonly url: string; readonly authorization: string | undefined };

export type AnsweringServer = {
  readonly origin: string;
  readonly asked: readonly Asked[];
  /** Connections opened, whether or not anything was asked on them. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
};

export type Answerer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

export async function startServer(answer: Answerer): Promise<AnsweringServer> {
  const asked: Asked[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push({
        method: request.method ?? '',
        url: request.url ?? '',
        authorization: request.headers.authorization,
      });
      answer(request, response, Buffer.concat(chunks).toString('utf8'));
    });
  });
  server.on('connection', () => {
    connections += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    asked,
    connections: () => connections,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export const sendJson = (response: ServerResponse, body: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/fhir+json' }).end(JSON.stringify(body));
};
