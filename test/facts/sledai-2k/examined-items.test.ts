// What do diagnoses, joint counts and points given alone say of one item of SLEDAI-2K?

import { describe, expect, it } from 'vitest';
import type { ItemId } from '../../../src/facts/sledai-2k/items.ts';
import type { Json } from '../../../src/fhir/record.ts';
import type { Evidence } from '../../../src/logic/finding.ts';
import { say } from '../../../src/logic/message.ts';
import { textObservation } from '../../builders.ts';
import { diagnosis } from './builders.ts';
import { askItem, nothing, type Answer } from './one-item.ts';

const disease = (value: string, date?: string, label = 'sle.diagnosis', n = 1): Evidence => ({
  reference: `Condition/r${String(n)}`,
  label: say(label),
  value,
  ...(date !== undefined && { date }),
});

describe('a diagnosis', () => {
  const possible = (on: string | undefined, ...evidence: readonly Evidence[]): Answer => ({
    ...nothing,
    state: 'possible',
    why: say('sledai.diagnosis-only'),
    evidence,
    ...(on !== undefined && { on }),
  });
  const seizure = (more: Json = {}) => diagnosis('癫痫', more);
  const provisional = { verificationStatus: { coding: [{ code: 'provisional' }] } };
  it.each<[string, ItemId, Answer, readonly Json[]]>([
    ['that goes on', 'seizure', possible('2026-05-20', disease('癫痫', '2026-05-20')), [seizure()]],
    ['without a day', 'seizure', possible(undefined, disease('癫痫')), [seizure({ onsetDateTime: undefined })]],
    [
      'of a month begins with its first day',
      'seizure',
      possible('2026-05-01', disease('癫痫', '2026-05')),
      [seizure({ onsetDateTime: '2026-05' })],
    ],
    [
      'that ended on the first day of the time',
      'seizure',
      possible('2020-01-01', disease('癫痫', '2020-01-01')),
      [seizure({ onsetDateTime: '2020-01-01', abatementDateTime: '2026-05-02' })],
    ],
    [
      'that ended the day before',
      'seizure',
      nothing,
      [seizure({ onsetDateTime: '2020-01-01', abatementDateTime: '2026-05-01' })],
    ],
    ['that begins tomorrow', 'seizure', nothing, [seizure({ onsetDateTime: '2026-06-02' })]],
    [
      'that is not confirmed',
      'seizure',
      possible('2026-05-20', disease('癫痫', '2026-05-20', 'sle.diagnosis-possible')),
      [seizure(provisional)],
    ],
    [
      'that its words suspect',
      'seizure',
      possible('2026-05-20', disease('疑似癫痫', '2026-05-20')),
      [diagnosis('疑似癫痫')],
    ],
    [
      'beside another',
      'pericarditis',
      possible('2026-05-10', disease('心包积液', '2026-05-10'), disease('心包炎', '2026-05-20', 'sle.diagnosis', 2)),
      [diagnosis('心包积液', { onsetDateTime: '2026-05-10' }), diagnosis('心包炎')],
    ],
    ['of another item', 'psychosis', nothing, [seizure()]],
  ])('%s makes %s possible', (_, id, answer, resources) => {
    expect(askItem(id, resources)).toEqual(answer);
  });
});

describe('swollen joints', () => {
  const swollen = (count: string, date = '2026-05-20'): Json => textObservation('肿胀关节数', count, date);
  const shown = (n: number, value: string, date: string): Evidence => ({
    reference: `Observation/r${String(n)}`,
    label: say('measurement.swollenJointCount'),
    value,
    date,
  });
  const present = (on: string, days: readonly string[], ...evidence: readonly Evidence[]): Answer => ({
    ...nothing,
    state: 'present',
    evidence,
    on,
    days: [...days],
  });
  const arthritis = diagnosis('狼疮性关节炎');
  const possible: Answer = {
    ...nothing,
    state: 'possible',
    why: say('sledai.diagnosis-only'),
    evidence: [disease('狼疮性关节炎', '2026-05-20')],
    on: '2026-05-20',
  };
  it.each<[string, Answer, readonly Json[]]>([
    ['two', present('2026-05-20', ['2026-06-20'], shown(1, '2', '2026-05-20')), [swollen('2')]],
    [
      'two beside a diagnosis',
      present('2026-05-20', ['2026-06-20'], shown(2, '2', '2026-05-20')),
      [arthritis, swollen('2')],
    ],
    [
      'two of a month and three of a day of it',
      present(
        '2026-05-20',
        ['2026-06-01', '2026-07-01', '2026-06-20'],
        shown(1, '2', '2026-05'),
        shown(2, '3', '2026-05-20'),
      ),
      [swollen('2', '2026-05'), swollen('3')],
    ],
    ['one', nothing, [swollen('1')]],
    ['one beside a diagnosis', possible, [arthritis, swollen('1')]],
    ['two and one on the same day', possible, [arthritis, swollen('2'), swollen('1')]],
    ['one and two on the same day', possible, [arthritis, swollen('1'), swollen('2')]],
    ['two of a day before the time', possible, [arthritis, swollen('2', '2026-05-01')]],
  ])('%s', (_, answer, resources) => {
    expect(askItem('arthritis', resources)).toEqual(answer);
  });

  it('say nothing of another item', () => {
    expect(askItem('vasculitis', [swollen('2')])).toEqual(nothing);
  });
});

describe('points of an item in a result of its own', () => {
  const points = (name: string, value: number, date = '2026-05-20'): Json => ({
    ...textObservation(name, '', date),
    valueString: undefined,
    valueInteger: value,
  });
  const shown = (n: number, value: string, date: string): Evidence => ({
    reference: `Observation/r${String(n)}`,
    label: say('measurement.SLEDAI-item'),
    value,
    date,
  });
  const decided = (state: 'present' | 'absent', ...evidence: readonly Evidence[]): Answer => ({
    ...nothing,
    state,
    evidence,
    on: '2026-05-20',
    days: ['2026-06-20'],
  });
  it.each<[string, Answer, readonly Json[]]>([
    ['its weight', decided('present', shown(1, '8', '2026-05-20')), [points('SLEDAI-2K seizure', 8)]],
    ['its weight in Chinese', decided('present', shown(1, '8', '2026-05-20')), [points('SLEDAI 癫痫', 8)]],
    [
      'its weight as a text',
      decided('present', shown(1, '8分', '2026-05-20')),
      [textObservation('SLEDAI-2K seizure', '8分', '2026-05-20')],
    ],
    ['none', decided('absent', shown(1, '0', '2026-05-20')), [points('SLEDAI-2K seizure', 0)]],
    [
      'its weight, later none',
      decided('absent', shown(2, '0', '2026-05-20')),
      [points('SLEDAI-2K seizure', 8, '2026-05-10'), points('SLEDAI-2K seizure', 0)],
    ],
    [
      'its weight in some month and on a day of it',
      {
        ...decided('present', shown(1, '8', '2026-05'), shown(2, '8', '2026-05-20')),
        days: ['2026-06-01', '2026-07-01', '2026-06-20'],
      },
      [points('SLEDAI-2K seizure', 8, '2026-05'), points('SLEDAI-2K seizure', 8)],
    ],
    ['other points than its weight', nothing, [points('SLEDAI-2K seizure', 4)]],
    ['its weight and none on the same day', nothing, [points('SLEDAI-2K seizure', 8), points('SLEDAI-2K seizure', 0)]],
    ['its weight of a day before the time', nothing, [points('SLEDAI-2K seizure', 8, '2026-05-01')]],
    ['another item', nothing, [points('SLEDAI-2K psychosis', 8)]],
  ])('%s', (_, answer, resources) => {
    expect(askItem('seizure', resources)).toEqual(answer);
  });
});
