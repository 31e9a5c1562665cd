// `protocol`: the printed protocol.

import { printProtocol } from '../eligibility/print-protocol.ts';
import { UsageError, type Options } from './options.ts';

/** Prints the protocol as Markdown. */
export async function runProtocol({ protocol, language, operands }: Options): Promise<number> {
  if (operands.length > 0) throw new UsageError(`protocol takes no FILE: ${operands.join(' ')}`);
  process.stdout.write(printProtocol(protocol, language));
  return await Promise.resolve(0);
}
