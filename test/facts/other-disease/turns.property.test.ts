import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exposuresOf } from '../../../src/facts/drugs/exposures.ts';
import { otherDiseaseTreated } from '../../../src/facts/other-disease/treatment.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { isoDay } from '../../../src/logic/calendar.ts';
import { day, recordOf, screeningOn } from '../../builders.ts';
import { ago, today } from '../glucocorticoids/prednisone.ts';

const runs = Number(process.env['OTHER_DISEASE_TURN_RUNS'] ?? '40');
const daysAhead = 150;

type Times = { readonly from: number; readonly length: number | undefined };

/** The start, exact or only its month, and the end where there is one; days before today. */
const period = ({ from, length }: Times, whole: boolean): Json => ({
  start: whole ? ago(from).slice(0, 7) : ago(from),
  ...(length !== undefined && { end: ago(from - length) }),
});

const anyDrug: fc.Arbitrary<Json> = fc
  .record({
    drug: fc.constantFrom(
      'prednisone 20 MG Oral Tablet',
      'prednisone 5 MG Oral Tablet',
      'azathioprine 50 MG Oral Tablet',
    ),
    reason: fc.constantFrom('Asthma', 'Crohn disease', 'Systemic lupus erythematosus', 'Coeliac disease', undefined),
    form: fc.constantFrom('statement', 'request', 'dispense'),
    status: fc.constantFrom('active', 'completed', 'stopped'),
    from: fc.integer({ min: -60, max: 60 }),
    length: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
    whole: fc.boolean(),
  })
  .map(({ drug, reason, form, status, from, length, whole }) => {
    const times = period({ from, length }, whole);
    const common = {
      medicationCodeableConcept: { text: drug },
      ...(reason !== undefined && { reasonCode: [{ text: reason }] }),
    };
    if (form === 'statement') return { ...common, resourceType: 'MedicationStatement', status, effectivePeriod: times };
    if (form === 'dispense')
      return {
        ...common,
        resourceType: 'MedicationDispense',
        status: 'completed',
        whenHandedOver: times['start'],
        ...(length !== undefined && { daysSupply: { value: length } }),
      };
    return {
      ...common,
      resourceType: 'MedicationRequest',
      status,
      intent: 'order',
      authoredOn: ago(Math.max(from, 0)),
      dosageInstruction: [{ timing: { repeat: { boundsPeriod: times } } }],
    };
  });

const anyDisease: fc.Arbitrary<Json> = fc
  .record({ from: fc.integer({ min: -60, max: 60 }), length: fc.option(fc.integer({ min: 1, max: 90 })) })
  .map(({ from, length }) => ({
    resourceType: 'Condition',
    code: { text: 'Crohn disease' },
    onsetDateTime: ago(from),
    ...(length !== null && { abatementDateTime: ago(from - length) }),
  }));

test('between two turns of "another disease" the calendar alone changes nothing', () => {
  const records = fc.tuple(fc.array(anyDrug, { minLength: 1, maxLength: 4 }), fc.array(anyDisease, { maxLength: 1 }));
  fc.assert(
    fc.property(records, ([drugs, diseases]) => {
      const record = recordOf([...drugs, ...diseases]);
      const asked = (on: string) => {
        const screening = screeningOn(on);
        return otherDiseaseTreated(record, exposuresOf(record, screening), screening, 28);
      };
      let known = asked(today);
      for (let on = day(today) + 1; on <= day(today) + daysAhead; on += 1) {
        const now = asked(isoDay(on));
        if (known.turns.some((turn) => turn.on === on)) known = now;
        expect(`${isoDay(on)} ${now.verdict}`).toBe(`${isoDay(on)} ${known.verdict}`);
      }
    }),
    { numRuns: runs },
  );
}, 600_000);
