// What do reports and findings in words say, and what do reports hold inside?

import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/fhir/record.ts';
import { observationsIn } from '../../src/fhir/report-observations.ts';
import { day, recordOf, textObservation } from '../builders.ts';

const on = '2026-05-20';
const report = (more: Json = {}): Json => ({
  resourceType: 'DiagnosticReport',
  id: 'd',
  status: 'final',
  code: { text: 'Echocardiography' },
  effectiveDateTime: on,
  conclusion: 'No effusion',
  ...more,
});
const read = (more: Json = {}) => recordOf([report(more)]).reports[0];
const attachment = (text: string | Buffer, contentType?: string): Json => ({
  data: Buffer.from(text).toString('base64'),
  ...(contentType !== undefined && { contentType }),
});

describe('a report', () => {
  test('has a name, a day and a conclusion', () => {
    expect(read()).toEqual({
      reference: 'DiagnosticReport/d',
      resource: expect.objectContaining({ id: 'd' }) as unknown,
      concept: { codings: [], text: 'Echocardiography' },
      when: { from: day(on), to: day(on) },
      status: 'valid',
      conclusion: 'No effusion',
      conclusionConcepts: [],
    });
  });

  test.each<[unknown, string | undefined]>([
    ['final', 'valid'],
    ['Amended', 'valid'],
    ['corrected', 'valid'],
    ['appended', 'valid'],
    ['preliminary', 'preliminary'],
    ['partial', 'preliminary'],
    ['registered', undefined],
    ['cancelled', undefined],
    [undefined, undefined],
  ])('of status %j is %s', (status, standing) => {
    expect(read({ status })?.status).toBe(standing);
  });

  test('that does not count is named with the reason, and one without a name is none', () => {
    expect(recordOf([report({ status: 'cancelled' })]).ignored).toEqual([
      {
        reference: 'DiagnosticReport/d',
        name: 'Echocardiography',
        why: { id: 'record.status-does-not-count', values: { status: 'cancelled' } },
      },
    ]);
    expect(recordOf([report({ code: {} })]).reports).toEqual([]);
  });

  test.each<[string, Json, string | undefined]>([
    ['nothing', { conclusion: undefined }, undefined],
    [
      'its codes',
      { conclusion: undefined, conclusionCode: [{ text: 'Normal' }, { coding: [{ code: 'X', display: 'Echo' }] }] },
      'Normal\nEcho',
    ],
    [
      'its conclusion, then its codes, then its text',
      { conclusionCode: [{ text: 'Normal' }], presentedForm: [attachment('Findings', 'text/plain; charset=utf-8')] },
      'No effusion\nNormal\nFindings',
    ],
    [
      'no other attachment',
      {
        conclusion: undefined,
        presentedForm: [attachment('x', 'text/html'), attachment('x'), { contentType: 'text/plain' }],
      },
      undefined,
    ],
    [
      'no attachment in another encoding',
      { conclusion: undefined, presentedForm: [attachment(Buffer.from([0xb0, 0xa1]), 'text/plain')] },
      undefined,
    ],
    [
      'an attachment of some size',
      { conclusion: undefined, presentedForm: [{ contentType: 'text/plain', data: 'QUFB'.repeat(49_999) }] },
      'AAA'.repeat(49_999),
    ],
    [
      'no attachment of any size',
      { conclusion: undefined, presentedForm: [{ contentType: 'text/plain', data: 'QUFB'.repeat(50_000) }] },
      undefined,
    ],
    ['a degree whose sign was lost', { conclusion: '38 \uFFFDC' }, '38 °C'],
  ])('concludes %s', (_, more, conclusion) => {
    expect(read(more)?.conclusion).toBe(conclusion);
  });

  test('keeps apart what lost letters on the way', () => {
    const more = {
      conclusion: 'No eff\uFFFDsion',
      conclusionCode: [{ text: 'Norm\uFFFDl', coding: [{ code: 'X', display: 'Echo' }] }],
    };
    expect(read(more)).toMatchObject({ illegible: expect.stringContaining('No eff\uFFFDsion') as unknown });
    expect(read(more)?.conclusion).toBe('Echo');
    expect(Object.keys(read() ?? {})).not.toContain('illegible');
    const both = { conclusion: 'No eff\uFFFDsion', presentedForm: [attachment('Norm\uFFFDl', 'text/plain')] };
    expect(read(both)?.illegible).toBe('No eff\uFFFDsion\nNorm\uFFFDl');
    expect(read(more)?.conclusionConcepts.map(({ text }) => text)).toEqual(['Norm\uFFFDl']);
  });
});

describe('the results inside a report', () => {
  const { status: _, effectiveDateTime: __, ...left } = textObservation('ALT', '50 U/L', on);
  const alt: Json = { ...left, id: 'a' };
  const readings = (more: Json = {}) =>
    recordOf([report({ contained: [alt, { resourceType: 'Specimen', id: 's' }], ...more })]).readings('ALT');

  test('take over what they leave to it', () => {
    expect(readings()[0]).toMatchObject({
      status: 'valid',
      when: { from: day(on), to: day(on) },
      reference: 'Observation/d#a',
      resource: {
        resourceType: 'Observation',
        id: 'd#a',
        subject: { reference: 'Patient/p' },
        contained: [{ id: 'a' }, { id: 's' }],
      },
    });
    expect(readings({ contained: [{ ...alt, effectiveDateTime: '2026-05-01' }] })[0]?.when?.from).toBe(
      day('2026-05-01'),
    );
    expect(readings({ contained: [{ ...alt, id: undefined }] })[0]?.resource['id']).toBe('d#');
  });

  test.each(['entered-in-error', ' Cancelled '])('of a report that is %s were withdrawn with it', (status) => {
    expect(readings({ status, contained: [{ ...alt, status: 'final' }] })).toEqual([]);
  });

  test('are its Observations alone, each under the id of both', () => {
    const holding: Json = { contained: [alt, { resourceType: 'Specimen', id: 's' }] };
    expect(observationsIn({ resourceType: 'DiagnosticReport', ...holding }).map(({ id }) => id)).toEqual(['#a']);
    expect(observationsIn({ resourceType: 'DiagnosticReport', status: 'cancelled', ...holding })).toEqual([]);
  });

  test('of a report without a status stand by their own', () => {
    expect(readings({ status: undefined, contained: [{ ...alt, status: 'final' }] })).toHaveLength(1);
  });
});

describe('a finding in words', () => {
  const finding = (more: Json): Json => ({
    resourceType: 'Observation',
    id: 'f',
    status: 'final',
    code: { text: 'Pericardial effusion' },
    effectiveDateTime: on,
    ...more,
  });
  const conclusion = (more: Json) => recordOf([finding(more)]).reports[0]?.conclusion;

  test.each<[string, Json, string | undefined]>([
    ['a text', { valueString: 'moderate' }, 'Pericardial effusion: moderate'],
    ['yes', { valueBoolean: true }, 'Pericardial effusion: yes'],
    ['no', { valueBoolean: false }, 'Pericardial effusion: no'],
    ['a code', { valueCodeableConcept: { text: 'moderate' } }, 'Pericardial effusion: moderate'],
    ['a code that is empty', { valueCodeableConcept: {} }, undefined],
    ['a figure', { valueString: '< 12 mm' }, undefined],
    ['a figure in Chinese', { valueString: '12分' }, undefined],
    ['nothing', {}, undefined],
    ['a text, of no name', { valueString: 'moderate', code: {} }, undefined],
    ['a text that does not count', { valueString: 'moderate', status: 'cancelled' }, undefined],
    ['a text about somebody else', { valueString: 'moderate', focus: [{ reference: 'Patient/fetus' }] }, undefined],
    ['a text of a measurement', { valueString: 'moderate', code: { text: 'ALT' } }, undefined],
    ['a text of an electrocardiogram', { valueString: 'normal', code: { text: 'ECG' } }, 'ECG: normal'],
  ])('that says %s is a report, or none', (_, more, expected) => {
    expect(conclusion(more)).toBe(expected);
  });

  test('has the day and the standing of its observation', () => {
    const [entry] = recordOf([finding({ valueString: 'moderate', status: 'preliminary' })]).reports;
    expect(entry).toMatchObject({
      reference: 'Observation/f',
      resource: { id: 'f' },
      concept: { text: 'Pericardial effusion' },
      when: { from: day(on), to: day(on) },
      status: 'preliminary',
      conclusionConcepts: [],
    });
  });
});
