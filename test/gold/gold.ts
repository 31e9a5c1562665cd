// How far do we agree with worked patients, as they are written and written in other ways?
// Usage: npm run gold -- DIR   (DIR holds Bundles and expected.json)

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { assess } from '../../src/eligibility/assess.ts';
import { toJson } from '../../src/eligibility/json.ts';
import { recordFromBundle } from '../../src/fhir/record-builder.ts';
import { parseDay, timeZone } from '../../src/logic/calendar.ts';
import { protocolNamed } from '../../src/protocols/index.ts';
import { compare, type Difference, type Expected } from './compare.ts';
import { encodings as generalEncodings } from './reencode.ts';
import { medicationEncodings } from './reencode-medications.ts';
import { resultEncodings } from './reencode-results.ts';

const encodings = [...generalEncodings, ...medicationEncodings, ...resultEncodings];

const [directory, asOf = '2026-06-01'] = process.argv.slice(2);
const protocol = protocolNamed(undefined);
const date = parseDay(asOf);
if (directory === undefined || protocol === undefined || date === undefined) {
  console.error('usage: npm run gold -- DIR [YYYY-MM-DD]');
  process.exit(2);
}

const expected = JSON.parse(readFileSync(join(directory, 'expected.json'), 'utf8')) as Record<string, Expected>;
const files = readdirSync(directory).filter((name) => name.endsWith('.json') && name in expected);
const screening = {
  date,
  timeZone: timeZone('Asia/Shanghai'),
  site: { upperLimits: [] },
  answers: [],
  attributions: [],
};

let asked = 0;
let errors = 0;
const differences: Difference[] = [];
for (const encoding of encodings) {
  for (const file of files) {
    const wanted = expected[file];
    const read = recordFromBundle(encoding.encode(JSON.parse(readFileSync(join(directory, file), 'utf8'))));
    if (wanted === undefined || 'problem' in read) {
      errors += 1;
      console.log(`ERROR ${file} (${encoding.name}): ${'problem' in read ? read.problem : 'not expected'}`);
      continue;
    }
    const { count, found } = compare(
      wanted,
      toJson(assess(protocol, read.record, screening)),
      `${file} as ${encoding.name}`,
    );
    asked += count;
    differences.push(...found);
  }
}

const dangerous = differences.filter((each) => each.dangerous);
const harmless = differences.filter((each) => !each.dangerous);
for (const { where, what, expected: wanted, actual, reason } of [...dangerous, ...harmless]) {
  console.log(
    `${dangerous.some((d) => d.where === where && d.what === what) ? 'DANGEROUS ' : ''}${where}: ${what} expected ${wanted}, got ${actual} — ${reason}`,
  );
}
const agreed = asked - differences.filter((each) => !each.what.startsWith('flag ')).length;
console.log(
  `${String(files.length)} patients in ${String(encodings.length)} encodings: ${String(agreed)} of ${String(asked)} verdicts agree ` +
    `(${((100 * agreed) / asked).toFixed(1)} %), ${String(dangerous.length)} dangerous, ${String(errors)} errors`,
);
process.exitCode = differences.length > 0 || errors > 0 ? 1 : 0;
