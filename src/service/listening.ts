// Can a server listen where it shall, and if not, what does the operator do?

import { once } from 'node:events';
import type { Server } from 'node:http';

/** A server that cannot listen; the message is a sentence for whoever started it. */
export class ListenError extends Error {}

const sentences: Readonly<Record<string, (place: string) => string>> = {
  EADDRINUSE: (place) => `${place} is in use by another program: stop that one, or choose another port with PORT`,
  EACCES: (place) => `${place} may not be opened by this user: choose a port above 1023 with PORT`,
  EADDRNOTAVAIL: (place) => `${place}: this machine has no such address; see "host" (CDS_HOST)`,
  ENOTFOUND: (place) => `${place}: this machine has no such address; see "host" (CDS_HOST)`,
};

/**
 * Listens, and resolves when it does.
 * @param port 0 for any free one.
 * @throws ListenError if that is not possible.
 */
export async function listening(server: Server, port: number, host: string): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    const place = `port ${String(port)} of ${host}`;
    throw new ListenError(sentences[code]?.(place) ?? `${place} cannot be listened on (${code})`, { cause });
  }
}
