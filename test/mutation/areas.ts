// Which code is changed to try the tests, and which tests must notice?

export type Area = {
  readonly code: readonly string[];
  /** The tests of the same layer: what only a far-away test notices, its own test should have named. */
  readonly tests: readonly string[];
};

const trial = 'nct06222853-5to18';

/** From the smallest to the largest. */
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
  kidney: {
    code: ['src/facts/kidney*.ts'],
    tests: ['test/facts/kidney*.test.ts', `test/protocols/${trial}/{e3-kidney,i4-organ-values}.test.ts`],
  },
  protocols: { code: [`src/protocols/${trial}/*.ts`], tests: [`test/protocols/${trial}/**/*.test.ts`] },
  eligibility: { code: ['src/eligibility/*.ts'], tests: ['test/eligibility/!(sentences).test.ts'] },
  glucocorticoid: { code: ['src/facts/glucocorticoid*.ts'], tests: ['test/facts/glucocorticoid*.test.ts'] },
};
