// Whose a line is must be read exactly, whatever else stands in it.

import { expect, test } from 'vitest';
import { placing } from '../../../src/screening/sources/grouping/placement.ts';

const base = 'https://fhir.example.org/r4';

function placed(text: string, server: string | undefined = base) {
  const padding = '{"subject":{"reference":"Patient/before"}}\n';
  const bytes = Buffer.from(`${padding}${text}\n{"subject":{"reference":"Patient/after"}}\n`);
  const from = padding.length;
  return placing(server)(bytes, from, from + Buffer.byteLength(text));
}

const observation = (more: string): string => `{"resourceType":"Observation","id":"o1",${more}}`;
const own = { kind: 'patient', patient: '1', key: 'Observation/o1', refers: '' };

test.each([
  ['a plain reference', observation('"subject":{"reference":"Patient/1"}')],
  [
    'blanks everywhere',
    ' { "resourceType" : "Observation" , "id" : "o1" , "subject" : { "reference" : "Patient/1" } } ',
  ],
  [
    'elements in another order',
    '{"subject":{"display":"x","reference":"Patient/1"},"id":"o1","resourceType":"Observation"}',
  ],
  ['a versioned reference', observation('"subject":{"reference":"Patient/1/_history/3"}')],
  ['an absolute reference on the own server', observation(`"subject":{"reference":"${base}/Patient/1"}`)],
  ['an escaped slash', observation(String.raw`"subject":{"reference":"Patient\/1"}`)],
  [
    'a contained patient of another name',
    observation(
      '"contained":[{"resourceType":"Patient","id":"p","subject":{"reference":"Patient/2"}}],"subject":{"reference":"Patient/1"}',
    ),
  ],
  [
    'another subject deeper inside',
    observation(
      '"x":{"subject":{"reference":"Patient/2"}},"subject":{"reference":"Patient/1"},"y":[{"subject":{"reference":"Patient/3"}}]',
    ),
  ],
  [
    'a text that looks like a subject',
    observation(String.raw`"note":"\"subject\":{\"reference\":\"Patient/2\"}","subject":{"reference":"Patient/1"}`),
  ],
  [
    'an extension inside the subject',
    observation(
      '"subject":{"extension":[{"url":"u","valueReference":{"reference":"Patient/2"}}],"reference":"Patient/1","identifier":{"value":"9"}}',
    ),
  ],
  ['brackets inside texts', observation('"note":"}]{[","subject":{"reference":"Patient/1"}')],
  [
    'subject before patient, as FHIR names the first',
    observation('"patient":{"reference":"Patient/2"},"subject":{"reference":"Patient/1"}'),
  ],
  ['a list called study', observation('"study":[{"reference":"ResearchStudy/s"}],"subject":{"reference":"Patient/1"}')],
])('%s names the patient', (_, line) => {
  expect(placed(line)).toMatchObject(own);
});

test.each([
  ['no JSON', 'Observation'],
  ['cut off in the middle', observation('"subject":{"reference":"Patient/1"},"note":"x').slice(0, -1)],
  ['cut off before its end', observation('"subject":{"reference":"Patient/1"}').slice(0, -1)],
  ['two objects on one line', `${observation('"subject":{"reference":"Patient/1"}')}{}`],
  ['an array', '[{"resourceType":"Observation"}]'],
  ['two subjects', observation('"subject":{"reference":"Patient/1"},"subject":{"reference":"Patient/2"}')],
  ['two references in the subject', observation('"subject":{"reference":"Patient/1","reference":"Patient/2"}')],
  ['a key that is written with an escape', observation(String.raw`"sub\u006aect":{"reference":"Patient/1"}`)],
  ['a subject without a reference', observation('"subject":{"identifier":{"value":"9"}}')],
  ['a subject that is null', observation('"subject":null')],
  ['a reference by urn', observation('"subject":{"reference":"urn:uuid:0a5f"}')],
  ['a reference to something contained', observation('"subject":{"reference":"#p"}')],
  ['two types', '{"resourceType":"Observation","resourceType":"Condition","subject":{"reference":"Patient/1"}}'],
  ['no type', '{"id":"o1","subject":{"reference":"Patient/1"}}'],
])('%s cannot be placed', (_, line) => {
  expect(placed(line).kind).toBe('unreadable');
});

test('a broken line says of which type it was, if that is known', () => {
  expect(placed('{"resourceType":"Condition","id":"c')).toEqual({ kind: 'unreadable', type: 'Condition' });
  expect(placed('{"id":"c","resourceType":"Condition')).toEqual({ kind: 'unreadable', type: undefined });
});

test.each([
  ['a type that is not read', '{"resourceType":"Claim","id":"c","patient":{"reference":"Patient/1"}}'],
  ['a result of a group', observation('"subject":{"reference":"Group/1"}')],
  ['a result of nobody', observation('"status":"final"')],
  ['a patient of another server', observation('"subject":{"reference":"https://other.example.org/r4/Patient/1"}')],
])('%s belongs to no patient', (_, line) => {
  expect(placed(line).kind).toBe('elsewhere');
});

test('an absolute reference names nobody as long as the server is not known', () => {
  const line = observation(`"subject":{"reference":"${base}/Patient/1"}`);
  expect(placing(undefined)(Buffer.from(line), 0, line.length).kind).toBe('unreadable');
});

test('what a resource refers to is told with it', () => {
  expect(
    placed(
      '{"resourceType":"MedicationRequest","id":"m","subject":{"reference":"Patient/1"},"medicationReference":{"reference":"Medication/a"}}',
    ),
  ).toEqual({ kind: 'patient', patient: '1', key: 'MedicationRequest/m', refers: 'Medication/a', sound: 1 });
  expect(
    placed(
      '{"resourceType":"ResearchSubject","id":"r","individual":{"reference":"Patient/1"},"study":{"reference":"ResearchStudy/s"}}',
    ),
  ).toEqual({ kind: 'patient', patient: '1', key: 'ResearchSubject/r', refers: 'ResearchStudy/s', sound: 1 });
  expect(placed('{"resourceType":"Medication","id":"a"}')).toEqual({ kind: 'shared', key: 'Medication/a' });
});

const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const keys = (count: number): string => Array.from({ length: count }, (_, index) => `"k${String(index)}":0`).join();
const aboutOne = (more: string) => placed(observation(`"subject":{"reference":"Patient/1"},${more}`));

test.each([
  ['itself', '"status":"final"', 1],
  ['what it contains', '"contained":[{"resourceType":"Medication"},{"resourceType":"Device"}]', 3],
  ['as many levels as there may be in a Bundle', `"x":${nested(60)}`, 1],
  ['one level more', `"x":${nested(61)}`, 0],
  ['as many keys as there may be', `"x":{${keys(256)}}`, 1],
  ['one key more', `"x":{${keys(257)}}`, 0],
  ['a key twice', '"status":"final","status":"entered-in-error"', 0],
  ['a key twice deep inside', '"x":[{"a":1,"a":2}]', 0],
  ['a number beyond every number', '"valueQuantity":{"value":1e400}', 0],
  ['a key that reaches a prototype', '"__proto__":{}', 0],
])('a line about a patient tells how many resources may be read: %s', (_, more, sound) => {
  expect(aboutOne(more)).toEqual({ ...own, sound });
});

test('whose a line is cannot be told where not all of its keys were looked at', () => {
  expect(aboutOne(keys(256)).kind).toBe('unreadable');
});
