// What does the answer about myocarditis say where a drug is given?

import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import type { Evidence } from '../../../src/logic/finding.ts';
import { say } from '../../../src/logic/message.ts';
import { administration, because, condition, statement } from '../history-entries.ts';
import { answer, ask, judged, myocarditis, name, onset, shown } from './myocarditis-answers.ts';
import type { Whole } from '../whole.ts';

describe('a diagnosis and a drug', () => {
  const drug = (start: string, more: Json = {}, written = 'prednisone'): Json => statement(written, start, more);
  const until = (start: string, end: string): Json => ({ effectivePeriod: { start, end } });
  const under = (drug: string, evidence: Evidence, ...days: readonly string[]): Whole =>
    answer('met', 'myocarditis-treated', { values: { name, drug }, evidence: [shown(), evidence], days });
  const taken = (date: string, ingredient = 'prednisone', end = '2026-06-01'): Evidence => ({
    reference: 'MedicationStatement/r2',
    label: say('history.statement'),
    value: say('history.drug-until', { drug: ingredient, date: end }),
    date,
  });
  const forIt = because('Acute myocarditis');

  it.each<readonly [string, Json, Json, Whole]>([
    ['begun on its first day', myocarditis(), drug(onset), under('prednisone', taken(onset))],
    ['begun the day before', myocarditis(), drug('2026-05-09'), judged],
    ['begun since, for lupus', myocarditis(), drug('2026-05-11', because('SLE')), judged],
    ['begun before, for it', myocarditis(), drug('2026-01-01', forIt), under('prednisone', taken('2026-01-01'))],
    ['begun before, perhaps for it', myocarditis(), drug('2026-01-01', because('疑似心肌炎')), judged],
    [
      'begun before for two reasons',
      myocarditis(),
      drug('2026-01-01', { reasonCode: [{ text: 'SLE' }, { text: 'myocarditis' }] }),
      under('prednisone', taken('2026-01-01')),
    ],
    [
      'for it, over',
      myocarditis(),
      drug('2026-05-11', { ...forIt, status: 'completed', ...until('2026-05-11', '2026-05-20') }),
      under('prednisone', taken('2026-05-11', 'prednisone', '2026-05-20'), '2026-05-21'),
    ],
    ['for it, begun nobody knows when', myocarditis(), drug('', { ...forIt, effectivePeriod: undefined }), judged],
    [
      'begun since, over',
      myocarditis(),
      drug('2026-05-11', { status: 'completed', ...until('2026-05-11', '2026-05-31') }),
      judged,
    ],
    [
      'begun since, that ends today',
      myocarditis(),
      drug('2026-05-11', until('2026-05-11', '2026-06-01')),
      under('prednisone', taken('2026-05-11'), '2026-06-02'),
    ],
    [
      'begun since, that will end in some month',
      myocarditis(),
      drug('2026-05-11', until('2026-05-11', '2026-09')),
      under('prednisone', taken('2026-05-11'), '2026-09-02', '2026-10-01'),
    ],
    ['begun nobody knows when', myocarditis(), drug('', { effectivePeriod: undefined }), judged],
    [
      'a diagnosis of no day',
      condition(name),
      drug('2026-05-11'),
      answer('needs-investigator', 'myocarditis-judge', { evidence: [shown(name, '')] }),
    ],
    [
      'a diagnosis of some day of May, begun in May',
      myocarditis({ onsetDateTime: '2026-05' }),
      drug('2026-05-11'),
      answer('needs-investigator', 'myocarditis-judge', { evidence: [shown(name, '2026-05')] }),
    ],
    [
      'a diagnosis of some day of May, begun on its last',
      myocarditis({ onsetDateTime: '2026-05' }),
      drug('2026-05-31'),
      answer('met', 'myocarditis-treated', {
        values: { name, drug: 'prednisone' },
        evidence: [shown(name, '2026-05'), taken('2026-05-31')],
      }),
    ],
    [
      'on the skin',
      myocarditis(),
      drug('2026-05-11', { dosage: [{ route: { text: 'topical' } }] }, 'hydrocortisone'),
      judged,
    ],
    ['that does not treat it', myocarditis(), drug('2026-05-11', {}, 'aspirin'), judged],
    [
      'an immunosuppressant',
      myocarditis(),
      drug('2026-05-11', {}, 'azathioprine'),
      under('azathioprine', taken('2026-05-11', 'azathioprine')),
    ],
    [
      'an infusion running',
      myocarditis(),
      administration('milrinone', '', {
        status: 'in-progress',
        effectiveDateTime: undefined,
        effectivePeriod: { start: '2026-05-31' },
      }),
      under(
        'milrinone',
        {
          reference: 'MedicationAdministration/r2',
          label: say('history.administration'),
          value: say('history.drug-until', { drug: 'milrinone', date: '2026-05-31/2026-06-01' }),
          date: '2026-05-31',
        },
        '2026-06-01',
        '2026-11-28',
      ),
    ],
    [
      'that begins tomorrow',
      myocarditis(),
      drug('2026-06-02'),
      answer('needs-investigator', 'myocarditis-judge', { days: ['2026-06-02'] }),
    ],
    [
      'and an end of its own',
      myocarditis({ abatementDateTime: '2026-06-20' }),
      drug('2026-05-11', until('2026-05-11', '2026-06-10')),
      under('prednisone', taken('2026-05-11'), '2026-06-11', '2026-06-21'),
    ],
  ])('%s', (_, diagnosis, treatment, whole) => {
    expect(ask([diagnosis, treatment])).toEqual(whole);
  });
});
