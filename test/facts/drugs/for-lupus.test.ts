// When does a drug count as treatment of lupus, by its reasons and by the day on which it ended?

import { describe, expect, it } from 'vitest';
import { exposuresOf } from '../../../src/facts/drugs/exposures.ts';
import { forLupus, type ForLupus } from '../../../src/facts/drugs/for-lupus.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { day, recordOf, screeningOn } from '../../builders.ts';
import { concept } from '../history-entries.ts';
import { order } from '../standard-treatment/lupus-drugs.ts';

/** Lupus began on one of ten days. */
const onset = { from: day('2026-02-10'), to: day('2026-02-20') };

function asked(drug: Json, began: typeof onset | undefined): ForLupus | undefined {
  const record = recordOf([drug]);
  const [exposure] = exposuresOf(record, screeningOn('2026-06-01'));
  return exposure === undefined ? undefined : forLupus(record, exposure, began);
}
const azathioprine = (end: string | undefined, ...reasons: readonly Json[]): Json =>
  order('azathioprine', '2025-01-01', end, { reasonCode: reasons });
const undated: Json = {
  ...order('azathioprine', '2025-01-01'),
  authoredOn: undefined,
  dosageInstruction: [],
};

describe('a drug without a reason', () => {
  it.each<[string, string | undefined, ForLupus]>([
    ['surely before lupus', '2026-02-09', 'before-onset'],
    ['on the first day on which it may have begun', '2026-02-10', 'unclear'],
    ['on the day before the last of these', '2026-02-19', 'unclear'],
    ['on the last of these', '2026-02-20', 'yes'],
    ['not yet', undefined, 'yes'],
  ])('that ended %s', (_, end, answer) => {
    expect(asked(azathioprine(end), onset)).toBe(answer);
  });

  it('of which nobody says when counts as treatment of lupus', () => {
    expect(asked(undated, onset)).toBe('yes');
  });

  it('counts as treatment of lupus where nobody says when lupus began', () => {
    expect(asked(azathioprine('2025-01-01'), undefined)).toBe('yes');
  });
});

describe('a drug with the reason', () => {
  const flare: Json = { text: 'flare', coding: [{ system: 'urn:x', code: 'f', display: 'Lupus flare' }] };
  it.each<[string, readonly Json[], ForLupus, ForLupus]>([
    ['lupus by its code', [concept('cm M32.9')], 'yes', 'before-onset'],
    ['of an organ that lupus may have', [concept('胸膜炎')], 'yes', 'before-onset'],
    ['lupus in one of its words', [flare], 'yes', 'before-onset'],
    ['lupus beside another disease', [concept('Asthma'), concept('cm M32.9')], 'yes', 'before-onset'],
    ['of another disease', [concept('Asthma')], 'other-disease', 'other-disease'],
    ['of another disease by its code', [concept('cm K50.90')], 'other-disease', 'other-disease'],
    ['of two other diseases', [concept('Asthma'), concept('Kidney transplant')], 'other-disease', 'other-disease'],
    ['that nobody understands', [concept('Coeliac disease')], 'unclear', 'before-onset'],
    ['that nobody understands beside another disease', [concept('Asthma'), concept('xyz')], 'unclear', 'before-onset'],
    [
      'of a code that its own name contradicts',
      [concept('cm K50.90 Ventricular septal defect')],
      'unclear',
      'before-onset',
    ],
  ])('%s counts after the onset and before it', (_, reasons, after, before) => {
    expect([
      asked(azathioprine(undefined, ...reasons), onset),
      asked(azathioprine('2026-02-09', ...reasons), onset),
    ]).toEqual([after, before]);
  });
});
