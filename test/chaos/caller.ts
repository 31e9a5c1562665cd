// Hook calls over kept connections, as a busy EHR makes them.

import { Agent, request } from 'node:http';
import { serviceFor } from '../cds-hooks/ehr.ts';

export type Answer = { readonly status: number; readonly text: string };

export type Caller = {
  /** Posts a patient-view call; rejects if the connection breaks. */
  readonly call: (port: number, body: string) => Promise<Answer>;
  readonly get: (port: number, path: string) => Promise<Answer>;
  readonly close: () => void;
};

export function openCaller(connections: number): Caller {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const send = (port: number, method: string, path: string, body = ''): Promise<Answer> => {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request({ host: '127.0.0.1', port, path, method, agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
    });
    sent.on('error', reject);
    sent.end(body);
    return promise;
  };
  return {
    call: (port, body) => send(port, 'POST', serviceFor('patient-view'), body),
    get: (port, path) => send(port, 'GET', path),
    close: () => agent.destroy(),
  };
}
