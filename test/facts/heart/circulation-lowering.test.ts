// What does the answer about drugs for the circulation say of those that lower the pressure, of a shock, and of nameless drugs?

import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import { say } from '../../../src/logic/message.ts';
import { ask, askWithin, judge, none, order, route, shown, what } from './circulation-answers.ts';
import { needs, seen, today } from './answers.ts';
import { administration, clinically, condition, nameless, statement } from '../history-entries.ts';
import type { Whole } from '../whole.ts';
import { drugSearches } from '../../../src/fhir/searches.ts';

describe('a drug that lowers the pressure', () => {
  const [drug, days] = ['nicardipine', 7];
  const lowers = (name: string, date: string, ...turns: readonly string[]): Whole =>
    judge('antihypertensive', { drug: name, days }, shown(name, date), ...turns);
  it.each<readonly [string, Json, Whole | 'not-met']>([
    ['by vein, seven days ago', administration(drug, '2026-05-25'), lowers(drug, '2026-05-25', '2026-06-02')],
    ['by vein, eight days ago', administration(drug, '2026-05-24'), 'not-met'],
    ['injected', administration(drug, today, route('injection')), lowers(drug, today, '2026-06-09')],
    ['given, without a route', administration(drug, today, route(undefined)), lowers(drug, today, '2026-06-09')],
    ['by mouth', administration(drug, today, route('oral')), 'not-met'],
    // These passed as nothing on record.
    ['another by vein', administration('esmolol', today), lowers('esmolol', today, '2026-06-09')],
    ['called as in Germany', administration('Nitroprussid', today), lowers('nitroprusside', today, '2026-06-09')],
    ['stated, without a route', statement('labetalol', '2026-05-01', { dosage: [] }), 'not-met'],
    [
      'ordered without a route, if it is never given otherwise',
      order('nitroprusside', { dosageInstruction: [] }),
      judge(
        'antihypertensive',
        { drug: 'nitroprusside', days },
        {
          ...shown('nitroprusside', '2026-05-31', 'request', 'MedicationRequest'),
          value: say('history.drug-until', { drug: 'nitroprusside', date: today }),
        },
        '2026-12-05',
      ),
    ],
  ])('%s', (_, resource, answer) => {
    const found = ask([resource]);
    if (answer === 'not-met') expect([found.verdict, found.evidence]).toEqual(['not-met', []]);
    else expect(found).toEqual(answer);
  });
});

describe('a shock', () => {
  const shock = (more: Json = {}): Json => condition('感染性休克', { onsetDateTime: '2026-05-20', ...more });
  const present = (...days: readonly string[]): Whole =>
    judge('shock', { name: '感染性休克' }, seen('感染性休克', '2026-05-20'), ...days);
  it.each<readonly [string, Json, Whole]>([
    ['active', shock(), present()],
    ['whose status nobody states', shock({ clinicalStatus: undefined }), present()],
    ['over', shock(clinically('resolved')), none()],
    ['that is over at the end of today', shock({ abatementDateTime: today }), present('2026-06-02')],
    ['that was over yesterday', shock({ abatementDateTime: '2026-05-31' }), none()],
    ['that begins tomorrow', shock({ onsetDateTime: '2026-06-02' }), none('2026-06-02')],
  ])('%s', (_, resource, whole) => {
    expect(ask([resource])).toEqual(whole);
  });
});

describe('a drug of these days that only an unknown code names', () => {
  const unread = say('medication-history.unread', { drugs: ['99999'] });
  it.each<readonly [string | undefined, string, 'unknown' | 'not-met']>([
    ['intravenous', '2026-05-25', 'unknown'],
    ['intravenous', '2026-05-24', 'not-met'],
    ['injection', today, 'unknown'],
    ['oral', today, 'unknown'],
    [undefined, today, 'unknown'],
    ['topical', today, 'not-met'],
  ])('by route %s on %s: %s', (by, date, verdict) => {
    const found = ask([administration('', date, { ...nameless, ...route(by) })]);
    expect([found.verdict, found.missing]).toEqual([
      verdict,
      verdict === 'unknown' ? [{ what: unread, orders: [] }] : [],
    ]);
  });

  it('is looked for as many days as the longer of both windows', () => {
    const asked = askWithin({ vasopressorHours: 240, antihypertensiveDays: 7 });
    const found = asked([administration('', '2026-05-22', nameless)]);
    expect([found.reason, found.days]).toEqual([say('history.nameless-drug', { since: '2026-05-22' }), ['2026-06-02']]);
  });
});

needs(ask, what, { always: [...drugSearches, 'conditions'] });
