// Which drugs that nobody could identify may be a systemic glucocorticoid, and on which days?

import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import { unidentifiedPieces } from '../../../src/facts/glucocorticoids/course.ts';
import { day, recordOf } from '../../builders.ts';
import { pieceText } from './piece.ts';
import { ago, daily, mg, order, timing, today } from './prednisone.ts';

const now = day(today);

/** Of drugs that nobody could identify, by default as they are known today. */
const unidentified = (resources: readonly Json[], on = now): readonly string[] =>
  unidentifiedPieces(recordOf(resources), on).map((each) => pieceText(each).replaceAll(/ \w+\//g, ' '));

describe('a drug that nobody could identify', () => {
  const unknown = (dosage: Json, more: Json = {}): Json => order('frobnicol', [dosage], more);
  const routed = (text: string): Json => unknown({ ...daily(1, 9, 0), route: { text } });

  it('may be a glucocorticoid of any dose that may not have been taken', () => {
    expect(unidentifiedPieces(recordOf([unknown(daily(1, 9, 2))]), now)).toEqual([
      {
        from: now - 9,
        to: now - 2,
        sure: false,
        dose: undefined,
        ingredient: 'MedicationRequest/r1',
        source: 'request',
        references: ['MedicationRequest/r1'],
      },
    ]);
  });

  it.each<readonly [string, Json, readonly string[]]>([
    ['that goes on is followed up to today', unknown(daily(1, 9)), ['9-0?: unreadable of r1']],
    ['that ends later is followed up to today', unknown(daily(1, 9, -9)), ['9-0?: unreadable of r1']],
    ['that begins today', unknown(daily(1, 0)), ['0?: unreadable of r1']],
    ['that begins tomorrow is not yet one', unknown(daily(1, -1)), []],
    ['without a day may have been taken for ten years', order('frobnicol', []), ['3653-0?: unreadable of r1']],
    ['since twenty years is followed for ten', unknown(daily(1, 7300)), ['3653-0?: unreadable of r1']],
    [
      'whose order says only when it was written is followed for 180 days',
      order('frobnicol', [{ timing: timing(1, 1, 'd') }], { authoredOn: ago(300) }),
      ['300-120?: unreadable of r1'],
    ],
    ['by mouth', routed('oral'), ['9-0?: unreadable of r1']],
    ['by vein', routed('intravenous'), ['9-0?: unreadable of r1']],
    ['by no stated route', unknown({ ...daily(1, 9, 0), route: undefined }), ['9-0?: unreadable of r1']],
    ['inhaled', routed('inhalation'), []],
    ['into the nose', routed('nasal'), []],
    ['into the eye', routed('ophthalmic'), []],
    ['into the ear', routed('otic'), []],
    ['on the skin', routed('topical'), []],
    ['into the gut', routed('rectal'), []],
    ['into a joint', routed('intra-articular'), []],
    ['into a lesion', routed('intralesional'), []],
    ['into the spinal canal', routed('intrathecal'), []],
    ['only when needed', unknown({ ...daily(1, 9, 0), asNeededBoolean: true }), []],
    [
      'when needed and daily',
      order('frobnicol', [{ ...daily(1, 9, 0), asNeededBoolean: true }, daily(1, 9, 0)]),
      ['9-0?: unreadable of r1'],
    ],
  ])('%s', (_, resource, expected) => {
    expect(unidentified([resource])).toEqual(expected);
  });

  it('is followed up to the day that is asked', () => {
    expect(unidentified([unknown(daily(1, 9)), unknown(daily(1, -5, -40))], now + 30)).toEqual([
      '9--30?: unreadable of r1',
      '-5--30?: unreadable of r2',
    ]);
  });
});

describe('a drug whose names contradict each other', () => {
  const rxnorm = 'http://www.nlm.nih.gov/research/umls/rxnorm';
  const named = (text: string, code: string, system = rxnorm): Json =>
    order(
      '',
      [{ timing: timing(1, 1, 'd', { boundsPeriod: { start: ago(9), end: ago(0) } }), doseAndRate: [mg(50)] }],
      {
        medicationCodeableConcept: { coding: [{ system, code }], text },
      },
    );

  it.each<readonly [string, Json, readonly string[]]>([
    // RxNorm 5521 is hydroxychloroquine.
    ['of which one is a glucocorticoid may be one', named('Prednisone 10 MG', '5521'), ['9-0?: unreadable of r1']],
    [
      'of which one is a glucocorticoid without an equivalence may be one',
      named('Meprednisone 5 MG', '5521'),
      ['9-0?: unreadable of r1'],
    ],
    ['of which one is a steroid that never counts is none', named('Budesonide 3 MG', '5521'), []],
    ['of which none is a glucocorticoid is none', named('Azathioprine 50 MG', '5521'), []],
    [
      'of which one is the group of glucocorticoids may be one',
      named('Azathioprine 50 MG', 'H02AB', 'http://www.whocc.no/atc'),
      ['9-0?: unreadable of r1'],
    ],
    ['of which one is another group is none', named('Azathioprine 50 MG', 'J01CA', 'http://www.whocc.no/atc'), []],
    ['that do not contradict each other is no doubtful one', named('Hydroxychloroquine 200 MG', '5521'), []],
  ])('%s', (_, resource, expected) => {
    expect(unidentified([resource])).toEqual(expected);
  });
});
