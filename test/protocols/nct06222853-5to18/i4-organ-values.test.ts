import { describe, expect, test } from 'vitest';
import type { Criterion } from '../../../src/eligibility/criterion.ts';
import { understand } from '../../../src/eligibility/understand.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { alanineAminotransferase } from '../../../src/protocols/nct06222853-5to18/i4-alt.ts';
import { aspartateAminotransferase } from '../../../src/protocols/nct06222853-5to18/i4-ast.ts';
import { normalElectrocardiogram } from '../../../src/protocols/nct06222853-5to18/i4-ecg.ts';
import { glomerularFiltration } from '../../../src/protocols/nct06222853-5to18/i4-egfr.ts';
import { ejectionFraction } from '../../../src/protocols/nct06222853-5to18/i4-lvef.ts';
import { oxygenSaturation } from '../../../src/protocols/nct06222853-5to18/i4-spo2.ts';
import { totalBilirubin } from '../../../src/protocols/nct06222853-5to18/i4-tbil.ts';
import { defaults, type Settings } from '../../../src/protocols/nct06222853-5to18/settings.ts';
import { observation, recordOf, screeningOn, textObservation } from '../../builders.ts';

const on = '2026-05-28';
const limit = (value: number): Json => ({ referenceRange: [{ high: { value } }] });
const criteria = [
  ejectionFraction,
  normalElectrocardiogram,
  glomerularFiltration,
  aspartateAminotransferase,
  alanineAminotransferase,
  totalBilirubin,
  oxygenSaturation,
];

function verdict(asked: Criterion<Settings>, resources: readonly Json[]): string {
  const screening = screeningOn('2026-06-01');
  return asked.assess(understand(recordOf(resources), screening), screening, defaults).verdict;
}

describe('Every organ value at its limit is met, one step beyond is not', () => {
  test.each([
    ['met', ejectionFraction, observation('10230-1', 55, '%', on)],
    ['not-met', ejectionFraction, observation('10230-1', 54.9, '%', on)],
    ['met', aspartateAminotransferase, observation('1920-8', 93, 'U/L', on, limit(31))],
    ['not-met', aspartateAminotransferase, observation('1920-8', 94, 'U/L', on, limit(31))],
    ['met', alanineAminotransferase, observation('1742-6', 87, 'U/L', on, limit(29))],
    ['not-met', alanineAminotransferase, observation('1742-6', 88, 'U/L', on, limit(29))],
    ['met', totalBilirubin, observation('14631-6', 42, 'umol/L', on, limit(21))],
    ['not-met', totalBilirubin, observation('14631-6', 42.1, 'umol/L', on, limit(21))],
    ['met', oxygenSaturation, observation('59408-5', 92, '%', on)],
    ['not-met', oxygenSaturation, observation('59408-5', 91, '%', on)],
    ['met', glomerularFiltration, observation('50384-7', 33, 'mL/min/{1.73_m2}', on)],
    ['not-met', glomerularFiltration, observation('50384-7', 29.9, 'mL/min/{1.73_m2}', on)],
    ['met', normalElectrocardiogram, textObservation('心电图', '正常心电图', on)],
    ['needs-investigator', normalElectrocardiogram, textObservation('心电图', '窦性心动过速', on)],
  ] as const)('%s: %o', (expected, asked, resource) => {
    expect(verdict(asked, [resource])).toBe(expected);
  });
});

test('Without a result every organ value is unknown, and says what to order', () => {
  for (const asked of criteria) {
    const screening = screeningOn('2026-06-01');
    const answer = asked.assess(understand(recordOf([]), screening), screening, defaults);
    expect(answer.verdict).toBe('unknown');
    expect(answer.missing[0]?.orders[0]?.coding.system).toBe('http://loinc.org');
  }
});
