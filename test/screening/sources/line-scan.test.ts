// Whose a line is must be read exactly, whatever else stands in it.

import { expect, test } from 'vitest';
import { lineScanner, type Span } from '../../../src/screening/sources/grouping/line-scan.ts';
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
  [
    'patient before individual',
    observation('"individual":{"reference":"Patient/2"},"patient":{"reference":"Patient/1"}'),
  ],
  ['a patient alone', observation('"patient":{"reference":"Patient/1"}')],
  ['an individual alone', observation('"individual":{"reference":"Patient/1"}')],
  ['a key with an escape deeper inside', observation(String.raw`"x":{"\u0061":1},"subject":{"reference":"Patient/1"}`)],
  [
    'other elements of the subject that are written alike',
    observation(
      '"subject":{"references":"Patient/2","elsewhere":"Patient/3","reference":"Patient/1","type":"Patient"}',
    ),
  ],
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
  ['a subject that is a text', observation('"subject":"Patient/1","x":{"reference":"Patient/2"}')],
  ['a subject that is a list', observation('"subject":[{"reference":"Patient/1"}]')],
  ['a subject whose reference is a list', observation('"subject":{"reference":["Patient/1"]}')],
  ['a subject whose reference is another Reference', observation('"subject":{"reference":{"reference":"Patient/1"}}')],
  ['a subject with an escape in a key', observation(String.raw`"subject":{"r\u0065f":"x","reference":"Patient/1"}`)],
  ['a patient with two references', observation('"patient":{"reference":"Patient/1","reference":"Patient/2"}')],
  ['an individual with two references', observation('"individual":{"reference":"Patient/1","reference":"Patient/2"}')],
  [
    'a drug with two references',
    observation(
      '"subject":{"reference":"Patient/1"},"medicationReference":{"reference":"Medication/a","reference":"Medication/b"}',
    ),
  ],
  [
    'a study with two references',
    observation(
      '"subject":{"reference":"Patient/1"},"study":{"reference":"ResearchStudy/a","reference":"ResearchStudy/b"}',
    ),
  ],
  ['a reference without a slash', observation('"subject":{"reference":"Patients1"}')],
  ['a reference to this place', observation('"subject":{"reference":"Patient/."}')],
  ['a reference to the place above', observation('"subject":{"reference":"Patient/.."}')],
  ['an address inside a reference', observation('"subject":{"reference":"urn:http://other.example.org/r4/Patient/1"}')],
  ['a patient without an id', '{"resourceType":"Patient"}'],
  ['a patient whose id is none', '{"resourceType":"Patient","id":"a b"}'],
  ['a drug without an id', '{"resourceType":"Medication"}'],
  ['a reference by urn', observation('"subject":{"reference":"urn:uuid:0a5f"}')],
  ['a reference to something contained', observation('"subject":{"reference":"#p"}')],
  ['two types', '{"resourceType":"Observation","resourceType":"Condition","subject":{"reference":"Patient/1"}}'],
  ['a subject that is no JSON', observation('"subject":{"x":[1] "reference":"Patient/1"}')],
  ['a subject that is no JSON after a comma', observation('"subject":{"x":[1,2] "reference":"Patient/1"}')],
  ['a type that cannot be read', String.raw`{"resourceType":"\x","subject":{"reference":"Patient/1"}}`],
  ['no type', '{"id":"o1","subject":{"reference":"Patient/1"}}'],
])('%s cannot be placed', (_, line) => {
  expect(placed(line).kind).toBe('unreadable');
});

test('a broken line says of which type it was, if that is known', () => {
  expect(placed('{"resourceType":"Condition","id":"c')).toEqual({ kind: 'unreadable', type: 'Condition' });
  expect(placed(' { "resourceType" : "Condition" , "id":"c')).toEqual({ kind: 'unreadable', type: 'Condition' });
  expect(placed('{"id":"c","resourceType":"Condition')).toEqual({ kind: 'unreadable', type: undefined });
  expect(placed('[{"resourceType":"Condition"}]')).toEqual({ kind: 'unreadable', type: undefined });
  expect(placed('{"resourceType":"Claim","id":"c')).toEqual({ kind: 'unreadable', type: undefined });
  const next = Buffer.from(' \n{"resourceType":"Condition"}');
  expect(placing(base)(next, 0, 1)).toEqual({ kind: 'unreadable', type: undefined });
});

test('a patient is her own, a drug is shared, and what the server says of the export is told apart', () => {
  const rest = { refers: '', sound: 1, bare: undefined };
  expect(placed('{"resourceType":"Patient","id":"1"}')).toEqual({
    kind: 'patient',
    patient: '1',
    key: 'Patient/1',
    ...rest,
  });
  expect(placed('{"resourceType":"OperationOutcome"}')).toEqual({ kind: 'outcome' });
});

test.each(['7', '[7]', '"a b"', String.raw`"\x"`, '""'])(
  'a result whose id is %s is about its patient, without an id',
  (id) => {
    const line = `{"resourceType":"Observation","id":${id},"subject":{"reference":"Patient/1"}}`;
    expect(placed(line)).toMatchObject({ ...own, key: 'Observation/' });
  },
);

test('of many lines each has its own type and its own patient, whatever the line before said', () => {
  const place = placing(base);
  const [to, about] = ['Observation Condition Procedure Conditiom Condition', '1 2 12 1 11'].map((each) =>
    each.split(' '),
  );
  const whose = (type = '', id = '') => {
    const bytes = Buffer.from(`{"resourceType":"${type}","id":"o1","subject":{"reference":"Patient/${id}"}}`);
    const placement = place(bytes, 0, bytes.length);
    return placement.kind === 'patient' ? `${placement.key} of ${placement.patient}` : placement.kind;
  };
  for (const type of to ?? [])
    for (const id of about ?? [])
      expect(whose(type, id)).toBe(type === 'Conditiom' ? 'elsewhere' : `${type}/o1 of ${id}`);
});

test.each([
  ['a type that is not read', '{"resourceType":"Claim","id":"c","patient":{"reference":"Patient/1"}}'],
  ['a result of a group', observation('"subject":{"reference":"Group/1"}')],
  ['a result of nobody', observation('"status":"final"')],
  ['a patient of another server', observation('"subject":{"reference":"https://other.example.org/r4/Patient/1"}')],
  ['a patient of an open server', observation('"subject":{"reference":"http://other.example.org/r4/Patient/1"}')],
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
  for (const other of ['https://other.example.org/r4/Medication/a', 'Observation/a'])
    expect(aboutOne(`"medicationReference":{"reference":"${other}"}`)).toEqual({ ...own, sound: 1 });
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

/** Code and meta of a bare result as they stand in the line; undefined where it is none. */
function bareIn(text: string) {
  const bytes = Buffer.from(` ${text}\n`);
  const placement = placing(base)(bytes, 1, bytes.length - 1);
  const bare = placement.kind === 'patient' ? placement.bare : undefined;
  if (bare === undefined) return undefined;
  return [bare.code, bare.meta].map(({ from, to }) => (from < 0 ? '' : bytes.toString('utf8', from, to)));
}
const bare = '"subject":{"reference":"Patient/1"},"code":{"text":"Sodium"}';

test.each([
  ['without meta', observation(bare), ['{"text":"Sodium"}', '']],
  ['with meta', observation(`${bare},"meta":{"versionId":"2"}`), ['{"text":"Sodium"}', '{"versionId":"2"}']],
  [
    'with blanks and before commas',
    observation('"code" : {"text" :1} \t, "meta" : null ,"subject": {"reference":"Patient/1"} '),
    ['{"text" :1}', 'null'],
  ],
  ['with blanks before the last bracket', `${observation(`${bare} `).slice(0, -1)} \t}`, ['{"text":"Sodium"}', '']],
  [
    'with other elements of a bare result',
    observation(`${bare},"status":"final","valueQuantity":{"value":1}`),
    ['{"text":"Sodium"}', ''],
  ],
])('a bare result tells where its code and meta stand: %s', (_, line, found) => {
  expect(bareIn(line)).toEqual(found);
});

test.each([
  ['without a code', observation('"subject":{"reference":"Patient/1"}')],
  ['with another element', observation(`${bare},"component":[]`)],
  ['with another element before all', `{"valueString":"x",${observation(bare).slice(1)}`],
  ['with a contained resource', observation(`${bare},"extension":[{"resourceType":"Patient"}]`)],
  ['with a modifier extension inside', observation(`${bare},"method":{"modifierExtension":[]}`)],
  ['that is no JSON', observation(`${bare},"issued":01`)],
  ['that is not safe to read', observation(`${bare},"note":{"a":1,"a":2}`)],
  ['with a forbidden key', observation(`${bare},"note":{"__proto__":1}`)],
  ['with an absolute reference', observation(bare.replace('Patient/1', `${base}/Patient/1`))],
  ['of another type', observation(bare).replace('Observation', 'Condition')],
  ['that is a patient', '{"resourceType":"Patient","id":"1","code":{"text":"x"}}'],
])('what is more or less than a bare result has nothing of the kind: %s', (_, line) => {
  expect(placed(line).kind).toBe('patient');
  expect(bareIn(line)).toBeUndefined();
});

test.each(['[]', '[{"resourceType":"Observation"}]', '{"id":"o1"}{}', '{"id":"o1"', '{"id":1,"id":2}', '', '  '])(
  'what is no single object is no line: %s',
  (text) => {
    const bytes = Buffer.from(`${text}{"id":"o2"}`);
    expect(lineScanner()(bytes, 0, text.length)).toBeUndefined();
  },
);

test('a line tells only what stands in it, wherever it begins and whatever the line before said', () => {
  const scan = lineScanner();
  const none: Span = { from: -1, to: -1 };
  const empty = { resourceType: none, id: none, about: none, hasAbout: false, refers: none, sound: 0, bare: undefined };
  const before =
    '{"resourceType":"Observation","id":"o","subject":{"reference":"Patient/1"},"study":{"reference":"A/1"}}';
  expect(scan(Buffer.from(before), 0, before.length)).toMatchObject({ sound: 1, hasAbout: true });
  for (const start of ['"x"', '{"reference":"Patient/2"}']) {
    const bytes = Buffer.from(`${start}{"x":1}`);
    expect(scan(bytes, start.length, bytes.length)).toEqual(empty);
  }
});

test('what is no text is no type and no id', () => {
  const line = Buffer.from('{"resourceType":7,"id":["o"],"x":"y"}');
  expect(lineScanner()(line, 0, line.length)).toMatchObject({ resourceType: { from: -1 }, id: { from: -1 } });
});
