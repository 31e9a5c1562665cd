// How does a run begin?

import { randomBytes } from 'node:crypto';
import { engine } from '../../eligibility/engine.ts';
import { asOfText, protocolName, type Assessing } from './assessing.ts';
import { startRun } from './ledger.ts';
import type { SourceSpec } from './source-spec.ts';
import type { Workshop } from './workshop.ts';

/** Puts a new run into the ledger and answers its name. @param acts false for a run that touches neither list nor EHR. */
export async function beginRun(
  { store, clock }: Workshop,
  source: SourceSpec,
  assessing: Assessing,
  acts: boolean,
): Promise<string> {
  const started = new Date(clock.now()).toISOString();
  const run = `${started.replaceAll(/[-:]|\.\d+/g, '')}-${randomBytes(3).toString('hex')}`;
  await startRun(store, {
    run,
    source: JSON.stringify(source),
    protocol: protocolName(assessing.protocol),
    protocol_digest: assessing.protocol.digest,
    engine_digest: engine.digest,
    as_of: asOfText(assessing),
    acts: acts ? 1 : 0,
    started,
  });
  return run;
}
