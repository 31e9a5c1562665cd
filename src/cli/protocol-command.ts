// `protocol`: the printed protocol.

import { printProtocol } from '../eligibility/print-protocol.ts';
import type { Options } from './options.ts';

/** Prints the protocol as Markdown. */
export async function runProtocol({ protocol, language }: Options): Promise<number> {
  process.stdout.write(printProtocol(protocol, language));
  return await Promise.resolve(0);
}
