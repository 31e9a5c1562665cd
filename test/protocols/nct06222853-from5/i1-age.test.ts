import { describe, expect, it } from 'vitest';

import { ageFrom5To18 } from '../../../src/protocols/nct06222853-5to18/i1-age.ts';
import { nct06222853From5 } from '../../../src/protocols/nct06222853-from5/protocol.ts';
import { ageFrom5 } from '../../../src/protocols/nct06222853-from5/i1-age.ts';
import { ask } from '../../ask.ts';

const born = (birthDate: string | undefined) => ({ patient: { birthDate } });

const proofs: Readonly<Record<string, string | undefined>> = {
  '5th birthday on the screening date': '2021-06-01',
  '5th birthday on the day after it': '2021-06-02',
  '45 years': '1980-07-01',
  'no date of birth': undefined,
};

describe('the age of the later version', () => {
  it('has one proof for every example', () => {
    expect(Object.keys(proofs).sort()).toEqual(ageFrom5.examples.map(([, situation]) => situation).sort());
  });

  it.each(ageFrom5.examples)('is %s: %s', (verdict, situation) => {
    expect(ask(ageFrom5, [], born(proofs[situation])).verdict).toBe(verdict);
  });
});

describe('a patient who is too old for 5 to 18', () => {
  const pointsTo = (birthDate: string) =>
    ask(ageFrom5To18, [], born(birthDate)).flags.filter((flag) => flag.startsWith('NO_UPPER_AGE_LIMIT_IN:'));

  it.each([
    ['2007-06-01', 'the 19th birthday is today', ['NO_UPPER_AGE_LIMIT_IN:NCT06222853@from5']],
    ['2007', 'the year of birth decides nothing', []],
    ['2007-06-02', 'the 19th birthday is tomorrow', []],
    ['2021-06-02', 'the patient is too young for both', []],
  ])('born %s is pointed to the later version only if that has room: %s', (birthDate, _, flags) => {
    expect(pointsTo(birthDate)).toEqual(flags);
  });

  it('is pointed to a version that exists', () => {
    expect(pointsTo('2000-01-01')).toEqual([
      `NO_UPPER_AGE_LIMIT_IN:${nct06222853From5.id}@${nct06222853From5.version}`,
    ]);
  });
});
