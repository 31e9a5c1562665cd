// Is lupus of the nervous system suspected where a name puts the two together, and only there?

import { describe, expect, it } from 'vitest';
import { namesNervousVasculitis } from '../../src/terminology/nervous-lupus.ts';
import { meaningOf } from '../../src/terminology/value-sets.ts';

const meant = (text: string): boolean => {
  const { sets, suspected } = meaningOf({ codings: [], text });
  return sets.has('neuropsychiatric-lupus') || suspected.has('neuropsychiatric-lupus');
};

describe('lupus of the nervous system was passed over', () => {
  it.each([
    'SLE with seizures, no fever',
    'SLE with cognitive dysfunction, not on treatment',
    'SLE, rule out CNS involvement',
    'Lupus with neuro involvement',
    'Neurologic manifestations of SLE',
    'Lupus mit ZNS-Beteiligung',
    'Lupus mit Krampfanfall',
    'ZNS-Lupus',
    'Lupuszerebritis',
    'LE脑病',
    'Cerebral vasculitis',
    'ZNS-Vaskulitis',
    '脑血管炎',
  ])('and is suspected: %s', (text) => {
    expect(meant(text)).toBe(true);
  });
});

it.each([
  'SLE without CNS involvement',
  'SLE, no seizures',
  'Lupus with peripheral nervous system involvement',
  '狼疮未累及中枢神经系统',
  'SLE with peripheral neuropathy',
  'No cerebral vasculitis',
  'Cerebral vasculitis ruled out',
  'Seizure',
])('lupus of the nervous system is not suspected: %s', (text) => {
  expect(meant(text)).toBe(false);
});

it('a report may name such a vasculitis', () => {
  expect(namesNervousVasculitis('MRI brain: findings suspicious for CNS vasculitis')).toBe(true);
  expect(namesNervousVasculitis('MRI brain: no evidence of CNS vasculitis')).toBe(false);
});
