// Which code is changed to try the tests, and which tests must notice?

export type Area = {
  readonly code: readonly string[];
  /** The tests of the same layer: what only a far-away test notices, its own test should have named. */
  readonly tests: readonly string[];
};

const trial = 'nct06222853-5to18';

/** One noun of the facts: its files, the tests of its facts and of the criteria that ask it. */
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
  authenticate: {
    code: ['src/cds-hooks/authenticate.ts', 'src/cds-hooks/refusal.ts'],
    tests: ['test/cds-hooks/authenticate.test.ts'],
  },
  json: {
    code: [
      'src/fhir/json.ts',
      'src/fhir/json-guard.ts',
      'src/fhir/json-scanner.ts',
      'src/fhir/json-tokens.ts',
      'src/fhir/json-repair.ts',
    ],
    tests: ['test/fhir/{json,json-guard*,json-strict}.test.ts'],
  },
  staging: {
    code: ['staged-line', 'line-scan', 'placement']
      .map((name) => `src/screening/sources/grouping/${name}.ts`)
      .concat('src/fhir/bare-result.ts'),
    tests: ['test/screening/sources/{line-scan,staged-line}.test.ts', 'test/fhir/bare-result.test.ts'],
  },
  references: {
    code: ['src/fhir/references.ts', 'src/fhir/distinct.ts'],
    tests: ['test/fhir/{references,whose,distinct,record-builder}.test.ts'],
  },
  'left-out': { code: ['src/fhir/left-out.ts'], tests: ['test/fhir/record-builder.test.ts'] },
  own: {
    code: 'other-patients own-resources readings-by-name referenced'.split(' ').map((name) => `src/fhir/${name}.ts`),
    tests: ['test/fhir/{own-resources,readings-by-name,referenced}.test.ts'],
  },
  reports: {
    code: 'report-observations report-reader study-reader trial-reader written-findings'
      .split(' ')
      .map((name) => `src/fhir/${name}.ts`),
    tests: ['test/fhir/{report,study,trial,written}*.test.ts'],
  },
  observations: {
    code: ['reader', 'reader-context', 'reader-flags', 'reader-limits'].map(
      (name) => `src/fhir/observation-${name}.ts`,
    ),
    tests: ['test/fhir/observation-{reader,context,flags}.test.ts'],
  },
  values: {
    code: ['amount', 'value', 'words']
      .map((name) => `src/fhir/observation-reader-${name}.ts`)
      .concat('src/fhir/observation-value.ts'),
    tests: ['test/fhir/observation-value.test.ts'],
  },
  ranges: {
    code: ['src/fhir/age-unit.ts', 'src/fhir/presence.ts', 'src/fhir/reference-range.ts'],
    tests: ['test/fhir/{age-unit,presence,reference-range}.test.ts'],
  },
  medications: {
    code: 'medication-reader medication-names not-taken named-otherwise notes denied-in-words'
      .split(' ')
      .map((name) => `src/fhir/${name}.ts`),
    tests: ['test/fhir/{medication,not-taken,named}*.test.ts'],
  },
  entries: {
    code: 'concept-reader condition-reader condition-status immunization-reader intolerance-reader life-time list-reader patient-reader procedure-reader reader-context'
      .split(' ')
      .map((name) => `src/fhir/${name}.ts`),
    tests: ['test/fhir/{concept,condition,immunization,intolerance,life,list,patient,procedure}-*.test.ts'],
  },
  sigs: { code: ['src/fhir/dosage/sig*.ts'], tests: ['test/fhir/sig*.test.ts'] },
  dosage: { code: ['src/fhir/dosage/dosage*.ts'], tests: ['test/fhir/dosage*.test.ts'] },
  logic: { code: ['src/logic/*.ts'], tests: ['test/logic/**/*.test.ts'] },
  terms: {
    code: 'billing-mark car-t-text denials doubts foreign-text measurement-another measurement-text nervous-lupus phrases polarity relatives score-parts short-forms term-text transplant-text value-sets'
      .split(' ')
      .map((name) => `src/terminology/${name}.ts`),
    tests: ['test/terminology/*.test.ts'],
  },
  protocols: { code: [`src/protocols/${trial}/*.ts`], tests: [`test/protocols/${trial}/**/*.test.ts`] },
  // Sentences are asked of every story, and orders of whole patients: both take longer than everything else together.
  eligibility: {
    code: ['src/eligibility/!(what-if).ts'],
    tests: ['test/eligibility/!(sentences|what-if*).test.ts'],
  },
  'what-if': { code: ['src/eligibility/what-if.ts'], tests: ['test/eligibility/what-if*.test.ts'] },
  age: facts('age birthdays combined human', 'i1-age'),
  history: facts('car-t transplant malignancy history entry-time severity nameless-entries', 'e1-e7-e11-history'),
  told: facts('results/reported drugs/broken-off', 'e1-e7-e11-history e4-heart e6-infection'),
  trials: facts('other-trials', 'e12-other-trial'),
  neurolupus: facts('neuropsychiatric/*', 'e2-neurolupus'),
  vaccines: facts('vaccines', 'e9-live-vaccine'),
  kidney: facts('kidney/!(renal-*|severe-*)', 'e3-kidney i4-organ-values'),
  nephritis: facts(
    'kidney/renal-* kidney/severe-*',
    'e3-kidney',
    'kidney/renal-* kidney/severe-* kidney/cystatin-c-signal',
  ),
  heart: facts('heart/!(ecg*)', 'e4-heart i4-organ-values'),
  lung: facts('lung/* heart/ecg*', 'e5-* e4-heart i4-organ-values', 'lung/* heart/ecg* heart-and-lung-*'),
  liver: facts('liver/*', 'i4-organ-values'),
  disease: facts('other-disease/* drugs/for-lupus drugs/lupus-reasons drugs/reason', 'e5-*'),
  infection: facts('infection/*', 'e6-infection'),
  serology: facts('serology/*', 'e8-*'),
  pregnancy: facts('pregnancy/*', 'i6-*'),
  immunosuppressants: facts('standard-treatment/immunosuppressants*', 'i2-agents'),
  hydroxychloroquine: facts('standard-treatment/hydroxychloroquine', 'i2-hydroxychloroquine'),
  intolerance: facts('standard-treatment/intolerance*', 'i2-intolerance'),
  lupus: facts('sle-diagnosis', 'i3-sledai-2k'),
  classification: facts('eular-acr-2019/* attributable', 'i3-sledai-2k', 'eular-acr-2019/*'),
  sledai: facts('sledai-2k/* scores/*', 'i3-sledai-2k'),
  latest: facts('results/latest* results/series sightings drugs/turns', 'i4-organ-values e8-*'),
  weight: facts('results/weight*', 'i2-agents'),
  doses: facts(
    'drugs/dose-* day-runs once-a-day',
    'i2-agents',
    'drugs/dose-* drugs/exposures day-runs once-a-day glucocorticoids/forms',
  ),
  exposures: facts(
    'drugs/exposure* drugs/untaken drugs/medication-history drugs/nameless drugs/evidence',
    'i2-agents i2-hydroxychloroquine',
  ),
  glucocorticoid: facts('glucocorticoids/*', 'i2-agents', 'glucocorticoids/!(*.property)'),
};
