// Why can the service not start, in a sentence for whoever started it?

import { KeyError } from '../access/client-key.ts';
import { ConfigError } from '../config/config.ts';
import { SiteError } from '../config/site.ts';
import { StoreError } from '../store/store.ts';
import { ListenError } from './listening.ts';

/** The sentence and the exit code: 2 for a configuration that cannot be used, 1 for what the machine refuses; undefined for a fault of ours. */
export function startFailure(error: unknown): { readonly said: string; readonly code: 1 | 2 } | undefined {
  if (error instanceof StoreError) {
    const code = error.cause instanceof Error && 'code' in error.cause ? ` (${String(error.cause.code)})` : '';
    return { said: `The store cannot be opened: ${error.message}${code}`, code: 1 };
  }
  if (error instanceof ListenError) return { said: `The service cannot start: ${error.message}.`, code: 1 };
  if (!(error instanceof ConfigError) && !(error instanceof SiteError) && !(error instanceof KeyError))
    return undefined;
  return {
    said: `The configuration cannot be used.\n${error.message}\ndocs/configuration.md lists every key.`,
    code: 2,
  };
}
