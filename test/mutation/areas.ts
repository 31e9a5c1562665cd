// Which code is changed to try the tests, and which tests must notice?

export type Area = {
  readonly code: readonly string[];
  /** The tests of the same layer: what only a far-away test notices, its own test should have named. */
  readonly tests: readonly string[];
};

const trial = 'nct06222853-5to18';

/** One noun of the facts: its files by the beginning of their names, the tests of its facts and of the criteria that ask it. */
const facts = (code: string, criteria: string, tests = code): Area => ({
  code: code.split(' ').map((name) => `src/facts/${name}.ts`),
  tests: [
    ...tests.split(' ').map((name) => `test/facts/${name}.test.ts`),
    ...[...criteria.split(' '), 'standing', 'thresholds', 'examples/*'].map(
      (name) => `test/protocols/${trial}/${name}.test.ts`,
    ),
  ],
});

/** From the smallest to the largest of each layer. */
export const areas: Readonly<Record<string, Area>> = {
  guards: {
    code: ['src/access/address-guard.ts', 'src/access/base-url.ts'],
    tests: ['test/access/address-guard.test.ts', 'test/access/base-url.test.ts'],
  },
  authenticate: { code: ['src/cds-hooks/authenticate.ts'], tests: ['test/cds-hooks/authenticate.test.ts'] },
  json: {
    code: ['src/fhir/json-guard.ts', 'src/fhir/json-tokens.ts', 'src/fhir/json-repair.ts'],
    tests: ['test/fhir/json-guard*.test.ts'],
  },
  references: {
    code: ['src/fhir/references.ts', 'src/fhir/distinct.ts'],
    tests: ['test/fhir/{references,whose,distinct,record-builder}.test.ts'],
  },
  logic: { code: ['src/logic/*.ts'], tests: ['test/logic/**/*.test.ts'] },
  protocols: { code: [`src/protocols/${trial}/*.ts`], tests: [`test/protocols/${trial}/**/*.test.ts`] },
  // Sentences are asked of every story, and orders of whole patients: both take longer than everything else together.
  eligibility: {
    code: ['src/eligibility/!(what-if).ts'],
    tests: ['test/eligibility/!(sentences|what-if*).test.ts'],
  },
  'what-if': { code: ['src/eligibility/what-if.ts'], tests: ['test/eligibility/what-if*.test.ts'] },
  age: facts('age birthdays combined human', 'i1-age'),
  history: facts('car-t transplant malignancy history entry-time severity', 'e1-e7-e11-history'),
  told: facts('reported broken-off', 'e1-e7-e11-history e4-heart e6-infection'),
  trials: facts('other-trials', 'e12-other-trial'),
  neurolupus: facts('neuropsychiatric-*', 'e2-neurolupus'),
  vaccines: facts('vaccines', 'e9-live-vaccine'),
  kidney: facts('kidney*', 'e3-kidney i4-organ-values'),
  nephritis: facts('renal-replacement severe-nephritis', 'e3-kidney', 'renal-* severe-nephritis*'),
  heart: facts('heart-* effusion-size', 'e4-heart i4-organ-values', 'heart-* effusion-size'),
  lung: facts('lung oxygen ecg', 'e5-* e4-heart i4-organ-values', 'lung oxygen ecg heart-and-lung-*'),
  liver: facts('liver*', 'i4-organ-values'),
  disease: facts('other-disease-* treatment-reason drug-reason', 'e5-*'),
  infection: facts('infection*', 'e6-infection'),
  serology: facts('serology-*', 'e8-*'),
  pregnancy: facts('pregnancy* childbearing*', 'i6-*'),
  immunosuppressants: facts('immunosuppressants*', 'i2-agents'),
  hydroxychloroquine: facts('hydroxychloroquine', 'i2-hydroxychloroquine'),
  intolerance: facts('intolerance', 'i2-intolerance', 'intolerance*'),
  lupus: facts('sle-diagnosis', 'i3-sledai-2k'),
  classification: facts('eular-acr-2019/* attributable', 'i3-sledai-2k', 'eular-acr-2019/*'),
  sledai: facts('sledai-2k/* recorded-score score-text', 'i3-sledai-2k'),
  latest: facts('latest* sightings series drug-turns', 'i4-organ-values e8-*'),
  weight: facts('weight*', 'i2-agents', 'weight*'),
  doses: facts('dose-* day-runs once-a-day', 'i2-agents', 'dose-* day-runs once-a-day exposures glucocorticoid-forms'),
  exposures: facts(
    'exposure* medication-history nameless-drugs drug-evidence',
    'i2-agents i2-hydroxychloroquine',
    'exposures exposure-coverage exposure-time medication-history drug-evidence nameless-drugs',
  ),
  glucocorticoid: facts('glucocorticoid*', 'i2-agents', 'glucocorticoid glucocorticoid-!(*.property)'),
};
