import { describe, expect, it } from 'vitest';
import { demoConfig } from '../../src/config/config.ts';
import { worklistConfig } from '../../src/config/worklist.ts';
import { recogniserOf } from '../../src/service/worklist.ts';
import type { LogEvent } from '../../src/telemetry/log.ts';
import { callingSystem, testNow } from '../cds-hooks/callers.ts';

const provider = await callingSystem('https://login.example.org');

describe('a visit to the list that is refused', () => {
  it.each([
    ['of another provider', { sub: 's', iss: 'https://nightingale.example.org' }, { reason: 'claims', claim: 'iss' }],
    ['without a subject', {}, { reason: 'claims', claim: 'sub' }],
    ['that has expired', { sub: 's', exp: 1 }, { reason: 'expired' }],
  ])(
    'by a token %s says in the log why, and that it was the list: it read like a call of an EHR',
    async (_what, claims, why) => {
      const events: LogEvent[] = [];
      const worklist = worklistConfig.parse({
        access: {
          issuer: provider.issuer,
          audience: 'list',
          keys: provider.keys,
          trials: { NCT06222853: { viewer: ['v'] } },
        },
      });
      const recognise = await recogniserOf(
        { ...demoConfig(0), mode: 'production', worklist },
        { connect: () => expect.unreachable(), now: () => testNow, log: (event) => events.push(event) },
      );
      expect(await recognise?.(`Bearer ${await provider.token('list', claims)}`)).toBeUndefined();
      expect(events).toEqual([{ event: 'refused', ...why, list: provider.issuer }]);
    },
  );
});
