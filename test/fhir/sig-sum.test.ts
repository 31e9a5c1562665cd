// Which doses of one day does an instruction add up, and which say the same dose twice?

import { describe, expect, test } from 'vitest';
import { readSig } from '../../src/fhir/dosage/sig.ts';

/** "40 mg a day", "20 mg and 40 mg a day", or "unread" of the only step. */
function doseOf(text: string): string {
  const [step, ...others] = readSig(text);
  if (step === undefined || others.length > 0) return 'not one step';
  if (step.unread) return 'unread';
  const units = { milligrams: 'mg', pieces: 'pcs', millilitres: 'mL' };
  const amounts = step.amounts.map(({ of, per, every, value: { low, high } }) => {
    const size = low === high ? String(low) : `${String(low)}-${String(high)}`;
    return `${size} ${units[of]}${per === undefined ? '' : '/kg'}${every === 'day' ? ' a day' : ''}`;
  });
  return `${amounts.join(' and ')}${step.asNeeded ? ', if needed' : ''}`;
}

describe('doses of one day', () => {
  test.each([
    ['10mg tid+10mg qn', '40 mg a day'],
    ['20mg qd，20mg qn，10mg qn', '50 mg a day'],
    ['10-20 mg bid + 5 mg qn', '25-45 mg a day'],
    ['1 tablet bid + 2 tablets qn', '4 pcs a day'],
    ['1 mg/kg qd + 1 mg/kg qn', '2 mg/kg a day'],
    ['2 tablets (40 mg) qd + 20 mg (1 tablet) qn', '3 pcs a day and 60 mg a day'],
    ['40 mg/day qd + 10 mg qn', '50 mg a day'],
    ['40 mg a day divided bid + 10 mg qn', '50 mg a day'],
  ])('"%s" are added up', (text, sum) => {
    expect(doseOf(text)).toBe(sum);
  });

  test.each([
    ['of which one is that of another day', '20mg qd，20mg qn，10mg qd'],
    ['of which nobody knows how often one is given', '20 mg + 20 mg daily'],
    ['of which one has two numbers', '20 mg or 10 mg qd + 5 mg qn'],
    ['of which one ends', '40mg qd for 3 days + 10mg qn'],
    ['of which one is weekly', '40mg qd + 10mg qw'],
    ['of which one is given every other day', '40mg qd + 10mg qod'],
    ['of which one is an infusion', '40 mg/h qd + 10 mg qn'],
    ['of which each has two numbers', '20 mg or 10 mg qd + 5 mg or 4 mg qn'],
    ['of which one says an infusion too', '2 tablets (40 mg/h) qd + 1 tablet (20 mg/h) qn'],
    ['in mass and in tablets', '20 mg qd + 2 tablets qn'],
    ['in mass and per kg', '20 mg qd + 1 mg/kg qn'],
  ])('%s are not: "%s"', (_, text) => {
    expect(doseOf(text)).toBe('unread');
  });

  test.each([
    ['is said in tablets, with water', '40 mg = 2 tabs + water daily', '40 mg and 2 pcs'],
    ['is taken only when needed', '2 tablets + 40 mg prn', '2 pcs and 40 mg, if needed'],
  ])('are not two where one %s', (_, text, dose) => {
    expect(doseOf(text)).toBe(dose);
  });
});

describe('a dose beside that of the day', () => {
  test.each([
    ['the same', '20 mg bid (40 mg/day)', '20 mg'],
    ['the same, as a range', '10-20 mg bid (20-40 mg/day)', '10-20 mg'],
    ['another', '20 mg bid (50 mg/day)', '20 mg and 50 mg a day'],
    ['another low end', '10-20 mg bid (30-40 mg/day)', '10-20 mg and 30-40 mg a day'],
    ['another high end', '10-20 mg bid (20-50 mg/day)', '10-20 mg and 20-50 mg a day'],
    ['one in tablets', '1 tablet bid (2 mg/day)', '1 pcs and 2 mg a day'],
    ['one per kg', '1 mg/kg bid (2 mg/day)', '1 mg/kg and 2 mg a day'],
    ['one of no day', '20 mg bid (40 mg)', '20 mg and 40 mg'],
    ['one of the day too', '40 mg/day qd (40 mg/day)', '40 mg a day and 40 mg a day'],
    ['a third', '20 mg bid (40 mg/day) 5 mg', '20 mg and 40 mg a day and 5 mg'],
    ['one without a rhythm', '20 mg on Mondays (40 mg/day)', '20 mg and 40 mg a day'],
  ])('that is %s is said once, or both stay', (_, text, dose) => {
    expect(doseOf(text)).toBe(dose);
  });
});
