// Which study does a reference name, and does it intervene?

import { expect, test } from 'vitest';
import type { Json } from '../../src/fhir/record.ts';
import { isInterventional, studyIdentifiersOf } from '../../src/fhir/study-reader.ts';

const plain = (value: string, system?: string) => ({ system, value });

test.each<[string, Json, Json | undefined, unknown]>([
  ['its identifiers', {}, { identifier: [{ system: 's', value: 'A' }, { system: 's' }] }, [plain('A', 's')]],
  ['those of the reference', { identifier: { value: 'B' } }, undefined, [plain('B')]],
  ['both', { identifier: { value: 'B' } }, { identifier: [{ value: 'A' }] }, [plain('A'), plain('B')]],
  [
    'the number in its address',
    { reference: 'https://x/ResearchStudy/NCT01234567' },
    undefined,
    [plain('NCT01234567')],
  ],
  [
    'identifiers and the number',
    { reference: 'ResearchStudy/NCT01234567', identifier: { value: 'B' } },
    undefined,
    [plain('B'), plain('NCT01234567')],
  ],
  ['the number in its display', { display: 'Trial NCT01234567' }, undefined, [plain('NCT01234567')]],
  ['the number in its title', {}, { title: 'Trial ChiCTR2100012345' }, [plain('ChiCTR2100012345')]],
  [
    'no number of a title beside an identifier',
    { identifier: { value: 'B' } },
    { title: 'after NCT01234567' },
    [plain('B')],
  ],
  ['nothing', {}, undefined, []],
])('a study is known by %s', (_, reference, study, identifiers) => {
  expect(studyIdentifiersOf(reference, study)).toEqual(identifiers);
});

const words = (text: string): Json[] => [{ text }];
const coded = (code: string): Json[] => [{ coding: [{ code }] }];

test.each<[string, Json, Json | undefined, string]>([
  ['its category', {}, { category: words('Interventional') }, 'yes'],
  ['its category', {}, { category: words('Observational') }, 'no'],
  ['its category, which is denied', {}, { category: words('Non-interventional') }, 'no'],
  ['the code of its design', {}, { studyDesign: coded('SEVCO:01001') }, 'yes'],
  ['the code of its design', {}, { studyDesign: coded('SEVCO:01002') }, 'no'],
  [
    'category and design, which disagree',
    {},
    { category: words('Interventional'), studyDesign: words('Registry') },
    'not-stated',
  ],
  ['its category before its phase', {}, { category: words('Observational'), phase: coded('phase-2') }, 'no'],
  ['its phase', {}, { phase: coded('phase-2') }, 'yes'],
  ['its phase, which is none', {}, { phase: coded('n-a') }, 'not-stated'],
  ['its purpose', {}, { primaryPurposeType: coded('treatment') }, 'yes'],
  ['its purpose, which may be either', {}, { primaryPurposeType: coded('basic-science') }, 'not-stated'],
  ['its title', {}, { title: 'A randomized study' }, 'yes'],
  ['its title', {}, { title: 'A registry' }, 'no'],
  ['the phase in its title', {}, { title: 'A phase 2 study' }, 'yes'],
  ['its title, of both kinds', {}, { title: 'A registry and a phase 2 study' }, 'not-stated'],
  ['its display', { display: '随机双盲试验' }, undefined, 'yes'],
  ['nothing', {}, undefined, 'not-stated'],
])('a study intervenes by %s', (_, reference, study, expected) => {
  expect(isInterventional(reference, study)).toBe(expected);
});
