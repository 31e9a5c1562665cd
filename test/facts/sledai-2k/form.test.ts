// What does a form of SLEDAI say: its total, its version, and each of its answers?

import { describe, expect, it } from 'vitest';
import { formIn, formTotals, type Answers } from '../../../src/facts/sledai-2k/form.ts';
import { itemNamed, items } from '../../../src/facts/sledai-2k/items.ts';
import type { Json, Resource } from '../../../src/fhir/record.ts';
import { say } from '../../../src/logic/message.ts';
import { day, recordOf } from '../../builders.ts';
import { total } from './builders.ts';

const answersIn = (resource: Resource): Answers => formIn(resource).answers;

const line = (text: string, ...answer: readonly Json[]): Json => ({ linkId: text, text, answer });
const answered = (id: string, yes: boolean): Json => line(id.replaceAll('-', ' '), { valueBoolean: yes });
const form = (item: readonly Json[], more: Json = {}): Resource => ({
  resourceType: 'QuestionnaireResponse',
  id: 'f',
  status: 'completed',
  questionnaire: 'http://hospital.example.org/Questionnaire/sledai-2k',
  authored: '2026-05-28',
  item,
  ...more,
});
const sum = (value: number, text = 'Total score'): Json => line(text, { valueInteger: value });

describe('an answer', () => {
  const vasculitis = (answer: Json): readonly unknown[] => [...answersIn(form([line('Vasculitis', answer)]))];
  const coded = (concept: Json): Json => ({ valueCodeableConcept: concept });
  const yes = [['vasculitis', true]];
  const no = [['vasculitis', false]];
  it.each<[readonly unknown[], Json]>([
    [yes, { valueBoolean: true }],
    [no, { valueBoolean: false }],
    [yes, { valueInteger: 8 }],
    [no, { valueInteger: 0 }],
    [[], { valueInteger: 4 }],
    [yes, { valueDecimal: 8 }],
    [yes, { valueQuantity: { value: 8 } }],
    [no, { valueQuantity: { value: 0 } }],
    ...['y', 'Yes', 'TRUE', 'present', 'Ja', 'vorhanden', 'positiv', '(+)', '++', '是', '有', '阳性', ' yes '].map(
      (word): [readonly unknown[], Json] => [yes, { valueString: word }],
    ),
    ...[
      'n',
      'No',
      'FALSE',
      'absent',
      'Nein',
      'keine',
      'kein',
      'nicht vorhanden',
      'negativ',
      '(-)',
      '否',
      '无',
      '没有',
      '阴性',
      ' no ',
    ].map((word): [readonly unknown[], Json] => [no, { valueString: word }]),
    ...['8', ' 8 ', '8分', '8 分', '8 points', '8 Points', '8pts', '8 point'].map(
      (points): [readonly unknown[], Json] => [yes, { valueString: points }],
    ),
    [no, { valueString: '0分' }],
    ...['4分', '18', '8-12', '8 joints', '-8', '80'].map((points): [readonly unknown[], Json] => [
      [],
      { valueString: points },
    ]),
    [[], { valueString: 'yesterday' }],
    [[], { valueString: 'not known' }],
    [[], { valueString: 'eyes' }],
    [[], { valueString: 'canno' }],
    [[], {}],
    [yes, { valueCoding: { system: 'http://loinc.org', code: 'LA33-6' } }],
    [no, { valueCoding: { system: 'http://loinc.org', code: 'LA32-8' } }],
    [yes, { valueCoding: { code: 'a', display: 'Yes' } }],
    [yes, coded({ text: 'Present' })],
    [yes, coded({ coding: [{ system: 'http://snomed.info/sct', code: '373066001' }] })],
    [yes, coded({ coding: [{ code: '52101004' }] })],
    [no, coded({ coding: [{ code: '373067005' }] })],
    [no, coded({ coding: [{ code: '2667000', display: 'Absent' }] })],
    [[], coded({ coding: [{ code: '373066001', display: 'No' }] })],
    [[], { valueCoding: {} }],
  ])('is %j for %j', (answers, answer) => {
    expect(vasculitis(answer)).toEqual(answers);
  });

  it.each<[string, readonly unknown[], readonly Json[]]>([
    ['given twice alike', yes, [answered('vasculitis', true), answered('vasculitis', true)]],
    ['given twice and otherwise', [], [answered('vasculitis', true), answered('vasculitis', false)]],
    ['to no item', [], [line('Investigator', { valueString: 'yes' })]],
    ['under a name that only its link gives', yes, [{ linkId: 'vasculitis', answer: [{ valueBoolean: true }] }]],
    ['under a name beside its link', yes, [{ linkId: '1', text: 'Vasculitis', answer: [{ valueBoolean: true }] }]],
    ['under no name', [], [{ answer: [{ valueBoolean: true }] }]],
    ['in a group', yes, [{ text: 'Skin', item: [answered('vasculitis', true)] }]],
    ['below another answer', yes, [line('Skin', { valueBoolean: true, item: [answered('vasculitis', true)] })]],
    ['that is not there', [], [{ text: 'Vasculitis' }]],
  ])('%s is %j', (_, answers, lines) => {
    expect([...answersIn(form(lines))]).toEqual(answers);
  });

  it.each<[string, readonly string[], readonly Json[]]>([
    ['in no known word', ['vasculitis'], [line('Vasculitis', { valueString: 'see note' })]],
    ['given twice and otherwise', ['vasculitis'], [answered('vasculitis', true), answered('vasculitis', false)]],
    ['beside one that can be read', [], [line('Vasculitis', { valueString: '?' }), answered('vasculitis', false)]],
    ['that holds nothing but a further question', [], [line('Vasculitis', { item: [] })]],
  ])('%s cannot be read: %j', (_, illegible, lines) => {
    expect([...formIn(form(lines)).illegible]).toEqual(illegible);
  });

  it('beside a recorded total is one of its components', () => {
    const component = [
      { code: { text: 'Vasculitis' }, valueInteger: 8 },
      { code: { text: 'Arthritis' }, valueInteger: 0 },
      { valueInteger: 4 },
    ];
    const of = (more: Json) => [...answersIn({ resourceType: 'Observation', ...total(8, '2026-05-28', more) })];
    expect(of({ component })).toEqual([
      ['vasculitis', true],
      ['arthritis', false],
    ]);
    expect(of({ item: [answered('vasculitis', true)] })).toEqual([]);
  });
});

describe('a form', () => {
  const read = (resource: Json) => {
    const [reading, ...others] = formTotals(recordOf([resource]));
    expect(others).toEqual([]);
    return reading;
  };
  const all = (...yes: readonly string[]): readonly Json[] => items.map(({ id }) => answered(id, yes.includes(id)));

  it('gives its total as a result of its day', () => {
    const total = read(form(all('vasculitis', 'fever')));
    expect({ ...total, asWritten: total?.asWritten(), limits: total?.limits() }).toEqual({
      measurement: 'SLEDAI-2K',
      reference: 'QuestionnaireResponse/f',
      when: { from: day('2026-05-28'), to: day('2026-05-28') },
      status: 'valid',
      amount: { low: 9, high: 9 },
      asWritten: '9',
      limits: { ranges: [] },
      resource: expect.objectContaining({ id: 'f' }) as unknown,
    });
  });

  it.each<[string, string, { readonly low: number; readonly high: number }, readonly Json[]]>([
    ['with a total alone', '8', { low: 8, high: 8 }, [sum(8)]],
    ['with a total in decimals', '8', { low: 8, high: 8 }, [line('总分', { valueDecimal: 8 })]],
    ['with a total as a quantity', '8', { low: 8, high: 8 }, [line('SLEDAI-2K评分', { valueQuantity: { value: 8 } })]],
    ['with a total that fits its answers', '9', { low: 9, high: 9 }, [...all('vasculitis', 'fever'), sum(9)]],
    ['with items left open', '8-16', { low: 8, high: 16 }, all('vasculitis').slice(1)],
    [
      'with a total at the least that its answers allow',
      '8',
      { low: 8, high: 8 },
      [...all('vasculitis').slice(1), sum(8)],
    ],
    ['with a total at the most that they allow', '16', { low: 16, high: 16 }, [...all('vasculitis').slice(1), sum(16)]],
    ['with no answer that can be read', '0-105', { low: 0, high: 105 }, [line('Seizure', { valueString: 'ask' })]],
    ['with the same total twice', '8', { low: 8, high: 8 }, [sum(8), sum(8, '合计')]],
    [
      'with a score of an item',
      '4-101',
      { low: 4, high: 101 },
      [line('Arthritis score', { valueInteger: 4 }), answered('rash', false), answered('alopecia', false)],
    ],
    ['with a number that is no total', '8', { low: 8, high: 8 }, [line('Age', { valueInteger: 12 }), sum(8)]],
    ['with a total that is not answered', '8', { low: 8, high: 8 }, [line('Total', {}), sum(8)]],
  ])('%s gives %s', (_, asWritten, amount, lines) => {
    const total = read(form(lines));
    expect([total?.asWritten(), total?.amount]).toEqual([asWritten, amount]);
  });

  it.each<[string, readonly Json[]]>([
    ['below its answers', [...all('vasculitis').slice(1), sum(7)]],
    ['above them', [...all('vasculitis').slice(1), sum(17)]],
    ['that differs from another', [sum(8), sum(9, '合计')]],
  ])('with a total %s cannot be used', (_, lines) => {
    const reading = read(form(lines));
    expect(reading).toMatchObject({ unreadable: say('sledai.total-contradicts-items') });
    expect(reading).not.toHaveProperty('amount');
  });

  it('without an id is referred to by its type', () => {
    expect(read(form([sum(8)], { id: undefined }))?.reference).toBe('QuestionnaireResponse');
  });

  const plain = 'http://hospital.example.org/Questionnaire/activity';
  it.each<[string | undefined, string, Json]>([
    ['SLEDAI-2K', 'its questionnaire', {}],
    ['SLEDAI-2K', 'the title of a group', { questionnaire: plain, item: [{ text: 'SLEDAI-2K', item: [sum(8)] }] }],
    ['SLEDAI-2K', 'the name of its total', { questionnaire: undefined, item: [sum(8, 'SLEDAI 2000 score')] }],
    ['SLEDAI-2K', 'one in a group', { questionnaire: plain, item: [{ item: [sum(8, 'SLEDAI-2K total')] }] }],
    [
      'SELENA-SLEDAI',
      'the name that tells the version',
      { questionnaire: 'SLEDAI', item: [sum(8, 'SELENA-SLEDAI score')] },
    ],
    ['SLEDAI', 'a name without a version', { questionnaire: 'SLEDAI' }],
    [undefined, 'no name of the score', { questionnaire: plain }],
    [undefined, 'the name of another score', { questionnaire: 'MEX-SLEDAI' }],
    [undefined, 'its questionnaire alone, without answers', { item: [line('Investigator', { valueString: 'Li' })] }],
  ])('is of %s by %s', (version, _, more) => {
    const found = formTotals(recordOf([form([sum(8)], more)]));
    expect(found.map(({ measurement }) => measurement)).toEqual(version === undefined ? [] : [version]);
  });
});

it.each([
  ['Psychosis: altered ability to function', 'psychosis'],
  ['13. Proteinuria >0.5 g/24 h', 'proteinuria'],
  ['Urinary casts: heme-granular or red blood cell casts', 'urinary-casts'],
  ['Vasculitis: ulceration, gangrene, tender finger nodules', 'vasculitis'],
  ['脓尿 (白细胞>5/HPF)', 'pyuria'],
  ['白细胞减少', 'leukopenia'],
  ['低补体血症', 'low-complement'],
  ['Rash, not vasculitis', 'rash'],
  ['白细胞尿', 'pyuria'],
  ['Investigator', undefined],
])('a form line "%s" is the item %s', (label, id) => {
  expect(itemNamed(label)?.id).toBe(id);
});
