// `protocol`: the printed protocol.

import { printProtocol } from '../eligibility/print-protocol.ts';
import type { Options } from './options.ts';
import { UsageError } from './usage-error.ts';

/** Prints the protocol as Markdown. */
export async function runProtocol({ protocol, language, operands }: Options): Promise<number> {
  if (operands.length > 0) throw new UsageError(`protocol takes no FILE: ${operands.join(' ')}`);
  process.stdout.write(printProtocol(protocol, language));
  return await Promise.resolve(0);
}
