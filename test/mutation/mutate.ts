// npm run mutate -- AREA...: does a test fail when the code is wrong? Each area is changed in many small ways and asked of its own tests.
// Without an area: those that hold files changed since the commit that is named with --since.

import { execFileSync, spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

/** What is changed, and by which tests that must be noticed. */
const areas: Readonly<Record<string, { readonly code: string; readonly tests: string }>> = {
  logic: { code: 'src/logic/*.ts', tests: 'test/logic/**/*.test.ts' },
  guards: {
    code: 'src/access/{address-guard,base-url}.ts',
    tests: 'test/access/{address-guard,base-url}.test.ts',
  },
  json: { code: 'src/fhir/json-{guard,tokens,repair}.ts', tests: 'test/fhir/json-guard.test.ts' },
  references: { code: 'src/fhir/{references,distinct}.ts', tests: 'test/fhir/{references,record-builder}.test.ts' },
  authenticate: { code: 'src/cds-hooks/authenticate.ts', tests: 'test/cds-hooks/authenticate.test.ts' },
  eligibility: { code: 'src/eligibility/*.ts', tests: 'test/eligibility/**/*.test.ts' },
  kidney: { code: 'src/facts/kidney*.ts', tests: 'test/facts/kidney*.test.ts' },
  glucocorticoid: { code: 'src/facts/glucocorticoid*.ts', tests: 'test/facts/glucocorticoid*.test.ts' },
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { since: { type: 'string' } } });

/** Areas in which a file changed since a commit. */
function changedSince(commit: string): readonly string[] {
  const files = execFileSync('git', ['diff', '--name-only', commit, '--', 'src'], { encoding: 'utf8' }).split('\n');
  const inArea = (code: string): boolean => {
    const listed = execFileSync('git', ['ls-files', `:(glob)${code}`], { encoding: 'utf8' }).split('\n');
    return files.some((file) => file !== '' && listed.includes(file));
  };
  return Object.entries(areas).flatMap(([name, { code }]) => (inArea(code) ? [name] : []));
}

const asked = values.since === undefined ? positionals : changedSince(values.since);
const unknown = asked.filter((name) => !(name in areas));
if (unknown.length > 0 || (asked.length === 0 && values.since === undefined)) {
  console.error(`usage: npm run mutate -- AREA... | --since COMMIT\nareas: ${Object.keys(areas).join(', ')}`);
  process.exitCode = 2;
} else {
  for (const name of asked) {
    const { code, tests } = areas[name] ?? { code: '', tests: '' };
    console.log(`\n== ${name}: ${code}, noticed by ${tests}`);
    const { status } = spawnSync('stryker', ['run', '--mutate', code], {
      stdio: 'inherit',
      env: { ...process.env, MUTATION_TESTS: tests },
    });
    if (status !== 0) process.exitCode = 1;
  }
}
