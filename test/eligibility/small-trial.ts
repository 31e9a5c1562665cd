// A trial of three numbered criteria in which every kind of rule, verdict and detail comes once.

import { all, any, atLeast, criterion, type Criterion } from '../../src/eligibility/criterion.ts';
import type { Protocol } from '../../src/eligibility/protocol.ts';
import { protocol } from '../../src/eligibility/declared.ts';
import { signedHash } from '../../src/eligibility/sign-off.ts';
import { finding, type Finding, type Order } from '../../src/logic/finding.ts';
import { verbatim } from '../../src/logic/message.ts';
import type { Verdict } from '../../src/logic/verdict.ts';
import { day } from '../builders.ts';

type Settings = { readonly windowDays: number; readonly calmDays: number; readonly unnamed: number };

const settings: Settings = { windowDays: 14, calmDays: 3, unnamed: 1 };

const codes: Order['coding'][] = ['1', '2'].map((code) => ({
  system: 'http://loinc.org',
  code,
  display: `test ${code}`,
}));

/** One order of each code, the first of them twice. */
export const orders: readonly Order[] = [...codes, ...codes.slice(0, 1)].map((coding) => ({ coding, windowDays: 30 }));

function part(id: string, verdict: Verdict, more: Partial<Finding> = {}, also: Partial<Criterion<Settings>> = {}) {
  return criterion<Settings>({
    id,
    text: `text of ${id}`,
    source: 'a test',
    readAs: [],
    examples: [],
    assess: () => finding(verdict, verbatim(`reason of ${id}`), more),
    ...also,
  });
}

const fever = part(
  'I1.fever',
  'met',
  {
    evidence: [
      { label: verbatim('fever'), value: '39 Cel', date: '2026-05-20', reference: 'Observation/2' },
      { label: verbatim('chills') },
    ],
    flags: ['SECOND', 'FIRST'],
  },
  {
    readAs: ['Counted for {windowDays} days.'],
    examples: [
      ['met', '39 °C'],
      ['not-met', '37 °C'],
    ],
  },
);

const cough = part('I1.cough', 'unknown', {
  missing: [{ what: verbatim('a recording'), orders }],
  ignored: [{ label: verbatim('a hum'), date: '2026-05' }],
  flags: ['FIRST'],
  turns: [{ on: day('2026-06-03') }],
});

const secret = part('E1.secret', 'not-met', {}, { confidential: true });

export const trial: Protocol<Settings> = protocol<Settings>({
  id: 'NCT0',
  version: '1',
  title: 'a trial',
  url: 'https://example.org/',
  ages: { from: 5 },
  inclusion: {
    I1: all(any(fever, part('I1.rash', 'not-met')), atLeast(2, part('I1.ache', 'met'), cough)),
    I2: part('I2', 'needs-investigator', {}, { readAs: ['As said, for {calmDays} days.'] }),
  },
  exclusion: { E1: any(secret, part('E1.open', 'not-met')) },
  texts: { I1: 'fever and cough', I2: 'consent', E1: 'nothing else' },
  settings,
  defaults: { ...settings, windowDays: 30 },
  translations: {
    'zh-CN': {
      title: '试验',
      texts: { I1: '发热和咳嗽', I2: '知情同意', E1: '无其他' },
      criteria: {
        'I1.fever': {
          text: '发热',
          readAs: ['计 {windowDays} 天。'],
          examples: ['39 度', '37 度'],
          humanJudges: '无。',
        },
      },
      settings: { windowDays: '天数' },
    },
  },
  settingNotes: {
    windowDays: { what: 'days that count', source: 'registry' },
    calmDays: { what: 'days of calm', source: 'default' },
    unnamed: { what: 'nothing', source: 'default' },
  },
  coverage: {
    'I1.fever': ['computed', 'Nothing.'],
    I2: ['investigator', 'All of it.'],
    'E1.secret': ['partly', 'The rest.'],
  },
  signatures: [
    { criterion: 'I1.fever', reviewer: 'Dr. Example', date: '2026-05-01', hash: signedHash(fever, settings) },
    { criterion: 'I2', reviewer: 'Dr. Other', date: '2026-04-01', hash: 'of another text' },
  ],
});
