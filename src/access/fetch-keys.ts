// How are the public keys of a caller fetched, from the one address that was configured?

import { fetch as undiciFetch, type Dispatcher } from 'undici';

const longestKeySet = 200_000;

/**
 * A fetch that knows only the given addresses, each with the dispatcher through which it may be reached. No redirects,
 * no token, JSON up to 200 kB.
 */
export function fetchKeys(dispatchers: ReadonlyMap<string, Dispatcher>): typeof fetch {
  return async (input, options) => {
    const address = input instanceof Request ? input.url : String(input);
    const dispatcher = dispatchers.get(address);
    if (dispatcher === undefined) throw new TypeError('not an address from which keys are fetched');
    const response = await undiciFetch(address, {
      dispatcher,
      redirect: 'error',
      headers: { accept: 'application/json', 'accept-encoding': 'identity' },
      signal: options?.signal ?? null,
    });
    return new Response(await shortText(response.body), { status: response.status });
  };
}

async function shortText(body: AsyncIterable<Uint8Array> | null): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > longestKeySet) throw new TypeError('too large for a set of keys');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
