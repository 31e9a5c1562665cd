// How many generated patients does the program judge as the specification demands? The long form of the test.
// Usage: npm run truth -- [--patients N] [--seed S]

import { parseArgs } from 'node:util';
import { generate } from './generator/patient.ts';
import { disagreements, fullAnswers, inOneLine, quickAnswers, type Disagreement } from './judge.ts';

const { values } = parseArgs({
  options: { patients: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
});
const [patients, seed] = [Number(values.patients), Number(values.seed)];
if (!Number.isSafeInteger(patients) || patients < 1 || !Number.isSafeInteger(seed)) {
  console.error('usage: npm run truth -- [--patients N] [--seed S]');
  process.exit(2);
}

/** The dates of change cost as much as the verdicts: every so many patients is asked for them, and for the status, too. */
const wholeEvery = 10;
const linesShown = 50;
const reportEverySeconds = 10;

type Tally = { asked: number; met: number; notMet: number; unknown: number; investigator: number; disagreed: number };
const tallies = new Map<string, Tally>();
const found: Disagreement[] = [];
const started = performance.now();
let lastReport = started;

const key = { met: 'met', 'not-met': 'notMet', unknown: 'unknown', 'needs-investigator': 'investigator' } as const;

function count(question: string, verdict: string): void {
  const tally = tallies.get(question) ?? { asked: 0, met: 0, notMet: 0, unknown: 0, investigator: 0, disagreed: 0 };
  tally.asked += 1;
  if (verdict in key) tally[key[verdict as keyof typeof key]] += 1;
  tallies.set(question, tally);
}

for (let number = 0; number < patients; number += 1) {
  const patient = generate(seed, number);
  const answers = number % wholeEvery === 0 ? fullAnswers(patient) : quickAnswers(patient);
  for (const [question, verdict] of answers.verdicts) count(question, verdict);
  for (const each of disagreements(patient, answers)) {
    found.push(each);
    const tally = tallies.get(each.question);
    if (tally !== undefined) tally.disagreed += 1;
    if (found.length <= linesShown) console.log(inOneLine(each));
  }
  const now = performance.now();
  if (now - lastReport < reportEverySeconds * 1000) continue;
  lastReport = now;
  const rate = ((number + 1) * 1000) / (now - started);
  const left = Math.round((patients - number - 1) / rate);
  console.error(
    `${String(number + 1)} of ${String(patients)} patients, ${rate.toFixed(0)} per second, ${String(left)} s left`,
  );
}

console.log('question              asked      met  not-met  unknown  investigator  disagreed');
const inOrder = new Intl.Collator('en', { numeric: true });
for (const [question, tally] of [...tallies].sort(([a], [b]) => inOrder.compare(a, b))) {
  const { asked, met, notMet, unknown, investigator, disagreed } = tally;
  const columns = [asked, met, notMet, unknown].map((each) => String(each).padStart(9)).join('');
  console.log(`${question.padEnd(18)}${columns}${String(investigator).padStart(14)}${String(disagreed).padStart(11)}`);
}
console.log(
  JSON.stringify({
    truth: {
      patients,
      seed,
      verdicts: [...tallies.values()].reduce((sum, { asked }) => sum + asked, 0),
      dangerous: found.filter(({ dangerous }) => dangerous).length,
      disagreements: found.length,
      seconds: Math.round((performance.now() - started) / 1000),
    },
  }),
);
process.exitCode = found.length > 0 ? 1 : 0;
