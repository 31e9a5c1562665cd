import { describe, expect, test } from 'vitest';
import { attributableItems } from '../../../src/facts/attributable.ts';
import { classificationFacts, classifiedAsSle } from '../../../src/facts/eular-acr-2019/classification.ts';
import { items } from '../../../src/facts/eular-acr-2019/items.ts';
import { statedAs } from '../../../src/facts/eular-acr-2019/stated.ts';
import type { Attribution } from '../../../src/facts/screening.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { isoDay } from '../../../src/logic/calendar.ts';
import { day, observation, recordOf, screeningOn } from '../../builders.ts';
import { diagnosis } from '../sledai-2k/builders.ts';
import { ana as result, dna, lowC3, protein, sle, total } from './builders.ts';

type Stated = readonly [item: string, to: Attribution['to'], date?: string];

const screeningWith = (stated: readonly Stated[]) =>
  screeningOn('2026-06-01', {
    attributions: stated.map(([item, to, date = '2026-05-01']) => ({
      item: `eular-acr:${item}`,
      to,
      author: 'Dr Li',
      date: day(date),
    })),
  });

const asked = (resources: readonly Json[], stated: readonly Stated[]) =>
  classifiedAsSle(recordOf(resources), screeningWith(stated));
const points = (resources: readonly Json[], stated: readonly Stated[]): number =>
  classificationFacts(recordOf(resources), screeningWith(stated)).points().lower;

const ana = result('1:320');
const fever = observation('8310-5', 39, 'Cel', '2025-03-10');
const pneumonia = diagnosis('肺炎', { onsetDateTime: '2025-03-09', abatementDateTime: '2025-03-20' });
const seizure = diagnosis('癫痫发作', { onsetDateTime: '2024-05-01' });

describe('what an investigator says of an item of the 2019 EULAR/ACR criteria', () => {
  test.each([
    ['met', '10 points proven, nothing stated', [dna, protein, ana, sle], []],
    [
      'needs-investigator',
      'the 4 for proteinuria judged not to be lupus',
      [dna, protein, ana, sle],
      [['proteinuria', 'not-lupus']],
    ],
    [
      'met',
      'and then judged to be lupus',
      [dna, protein, ana, sle],
      [
        ['proteinuria', 'not-lupus', '2026-04-01'],
        ['proteinuria', 'lupus'],
      ],
    ],
    ['needs-investigator', '9 points', [dna, lowC3, ana, sle], []],
    ['met', 'and a rash that is confirmed', [dna, lowC3, ana, sle], [['acute-cutaneous', 'lupus']]],
    [
      'needs-investigator',
      'and a rash that is confirmed tomorrow',
      [dna, lowC3, ana, sle],
      [['acute-cutaneous', 'lupus', '2026-06-02']],
    ],
    [
      'needs-investigator',
      'and proteinuria that is confirmed without a result',
      [dna, lowC3, ana, sle],
      [['proteinuria', 'lupus']],
    ],
    [
      'needs-investigator',
      'and a biopsy class that is confirmed without a report',
      [dna, lowC3, ana, sle],
      [['nephritis-class-iii-or-iv', 'lupus']],
    ],
    ['needs-investigator', '13 points without a diagnosis of lupus', [dna, protein, ana], [['oral-ulcers', 'lupus']]],
    [
      'met',
      'a recorded total of 16 less 6 that are judged not to be lupus',
      [total(16), ana, sle],
      [['joint-involvement', 'not-lupus']],
    ],
    [
      'needs-investigator',
      'a recorded total of 15 less 6',
      [total(15), ana, sle],
      [['joint-involvement', 'not-lupus']],
    ],
    [
      'met',
      'a recorded total of 12 less 4, while the rest proves 10',
      [total(12), dna, lowC3, protein, ana, sle],
      [['thrombocytopenia', 'not-lupus']],
    ],
    [
      'needs-investigator',
      'a recorded total of 18 less 6 without a diagnosis: 12 may be immunological only',
      [total(18), ana],
      [['joint-involvement', 'not-lupus']],
    ],
    [
      'met',
      'a recorded total of 19 less 6 without a diagnosis',
      [total(19), ana],
      [['joint-involvement', 'not-lupus']],
    ],
  ] as const)('%s: %s', (verdict, _, resources, stated) => {
    expect(asked(resources, stated).verdict).toBe(verdict);
  });

  test.each([
    [0, 'a fever during an infection', [fever, pneumonia], []],
    [
      2,
      'a fever during an infection that is judged to be lupus all the same',
      [fever, pneumonia],
      [['fever', 'lupus']],
    ],
    [0, 'no fever, judged to be lupus', [pneumonia], [['fever', 'lupus']]],
    [0, 'a seizure of any cause', [seizure], []],
    [5, 'a seizure that is judged to be lupus', [seizure], [['seizure', 'lupus']]],
    [
      4,
      'two items of a domain, the higher one judged not to be lupus',
      [],
      [
        ['subacute-or-discoid', 'lupus'],
        ['acute-cutaneous', 'lupus', '2026-04-01'],
        ['acute-cutaneous', 'not-lupus'],
      ],
    ],
  ] as const)('%s points: %s', (sum, _, resources, stated) => {
    expect(points(resources, stated)).toBe(sum);
  });

  test('of the same item: the latest decides, whatever their order, and of one day the last', () => {
    const of = (...stated: readonly Stated[]) => points([], stated);
    expect(of(['acute-cutaneous', 'lupus', '2026-06-01'])).toBe(6);
    expect(of(['acute-cutaneous', 'not-lupus', '2026-05-02'], ['acute-cutaneous', 'lupus', '2026-05-01'])).toBe(0);
    expect(of(['acute-cutaneous', 'not-lupus'], ['acute-cutaneous', 'lupus'])).toBe(6);
    expect(points([protein], [['proteinuria', 'not-lupus']])).toBe(0);
  });

  test('counts from its day on, which is announced for its own items alone', () => {
    const { turns } = asked(
      [dna, lowC3, ana, sle],
      [
        ['acute-cutaneous', 'lupus', '2026-06-02'],
        ['fever', 'lupus', '2026-06-01'],
        ['rash', 'lupus', '2026-06-03'],
      ],
    );
    expect(turns.map(({ on }) => isoDay(on))).toEqual(['2026-06-02']);
  });

  test('goes by names of its own, so that SLEDAI-2K never takes it for an item of its form', () => {
    expect(new Set(attributableItems).size).toBe(attributableItems.length);
    expect(attributableItems).toEqual(expect.arrayContaining(items.map(({ id }) => statedAs(id))));
    const form = screeningOn('2026-06-01', {
      attributions: [{ item: 'proteinuria', to: 'not-lupus', author: 'Dr Li', date: day('2026-05-01') }],
    });
    expect(classifiedAsSle(recordOf([dna, protein, ana, sle]), form).verdict).toBe('met');
  });
});
