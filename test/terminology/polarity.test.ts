// Does a text say that something is there, that it is not, or that it may be, wherever in it the words stand?

import { describe, expect, it } from 'vitest';
import { carTInText } from '../../src/terminology/car-t-text.ts';
import { meaningOf, mentionsIn } from '../../src/terminology/value-sets.ts';

const afterwards =
  '. Seen at the ward by the doctor on duty, who wrote down all that was told about the last two years';

describe('leukemia', () => {
  it.each([
    ['no', `No leukemia${afterwards}`],
    ['no', `Mother: hypertension, leukemia${afterwards}`],
    ['yes', 'Leukemia in 2019; mother: asthma'],
    ['yes', 'Transfusion: no but leukemia'],
    ['no', 'Leukemia (father), transplant refused'],
    ['no', 'Leukemia of father, known from letters'],
    ['no', 'Leukemia: none'],
    ['no', 'Leukemia : none'],
    ['no', 'Leukemia panel'],
    ['no', 'Testing for leukemia'],
    ['maybe', '未达到目标，疑似白血病'],
    ['maybe', '未达到目标疑似白血病'],
    ['no', '考虑未达白血病标准'],
  ])('is answered with %s: %s', (polarity, text) => {
    expect(mentionsIn(text).get('malignancy')).toBe(polarity);
  });
});

it('an organ that a relative may have given or got is doubted', () => {
  expect(mentionsIn('Mother: kidney transplant in 2019 from father').get('organ-transplant')).toBe('maybe');
});

it('CAR-T cells of a relative are denied, whatever else the text names', () => {
  expect(carTInText('CAR-T in father, transplant refused')).toBe('denied');
});

it('British and American spelling mean the same', () => {
  expect(mentionsIn('Brain tumour')).toEqual(mentionsIn('Brain tumor'));
  expect(mentionsIn('Brain tumour').size).toBeGreaterThan(0);
});

describe('of two texts', () => {
  const suspected = (display: string, text: string) => [
    ...meaningOf({ codings: [{ system: '', code: '', display }], text }).suspected,
  ];

  it('one that puts lupus and the nervous system together is enough for a suspicion', () => {
    expect(suspected('SLE', 'SLE, first seizure in May')).toEqual(['neuropsychiatric-lupus']);
  });

  it('one that is sure leaves no suspicion of the same', () => {
    expect(suspected('Rule out lymphoma', 'Lymphoma')).toEqual([]);
    expect(suspected('Rule out lymphoma', 'Cough')).toEqual(['malignancy']);
  });
});
