// Does every example of a criterion hold on a real record?

import { describe, expect, it } from 'vitest';

import { allCriteria } from '../../../../src/eligibility/digest.ts';
import { evaluateCriterion } from '../../../../src/eligibility/evaluate.ts';
import { understand } from '../../../../src/eligibility/understand.ts';
import type { Json } from '../../../../src/fhir/record.ts';
import type { Protocol } from '../../../../src/eligibility/protocol.ts';
import { nct06222853From5To18 } from '../../../../src/protocols/nct06222853-5to18/protocol.ts';
import type { Settings } from '../../../../src/protocols/nct06222853-5to18/settings.ts';
import type { Asked } from '../../../ask.ts';
import { recordOf, screeningOn } from '../../../builders.ts';

/** A record for every example, by its words. The screening date is 2026-06-01 and the patient a girl of 14 unless told otherwise. */
export type Proofs = Readonly<Record<string, readonly [readonly Json[], Asked?]>>;

export const inUnreadable = (...searches: readonly string[]): Asked => ({
  retrieved: Object.fromEntries(searches.map((name) => [name, { state: 'unavailable', reason: 'forbidden' }])),
});

/** Tests for one numbered criterion: proofs for all its parts, each example proven and each proof the proof of an example. */
export function prove(
  numbered: string,
  proofs: Readonly<Record<string, Proofs>>,
  protocol: Protocol<Settings> = nct06222853From5To18,
): void {
  const criteria = allCriteria(protocol).filter(({ id }) => id.split('.')[0] === numbered);

  describe(`criterion ${numbered}`, () => {
    it('has proofs for every single criterion', () => {
      expect(Object.keys(proofs).sort()).toEqual(criteria.map(({ id }) => id).sort());
    });

    for (const criterion of criteria) {
      const own = proofs[criterion.id] ?? {};

      it(`${criterion.id} has one proof for every example, and no other`, () => {
        expect(Object.keys(own).sort()).toEqual(criterion.examples.map(([, situation]) => situation).sort());
      });

      it.each(criterion.examples)(`${criterion.id} is %s: %s`, (verdict, situation) => {
        const [resources, asked] = own[situation] ?? [[], undefined];
        const screening = screeningOn(asked?.asOf ?? '2026-06-01', asked?.screening);
        const patient = understand(recordOf(resources, asked), screening);
        expect(own[situation]).toBeDefined();
        expect(evaluateCriterion(criterion, patient, protocol.defaults).verdict).toBe(verdict);
      });
    }
  });
}
