// How many generated patients does the program judge as the specification demands? The long form of the test.
// Usage: npm run truth -- [--patients N] [--seed S] [--resume]     --resume goes on where an earlier run of the same program was ended

import { scriptOptions } from '../script-options.ts';
import { generate } from './generator/patient.ts';
import { disagreements, fullAnswers, inOneLine, quickAnswers } from './judge.ts';
import { addTo, keepTally, openTally } from './tally.ts';

const { values, number } = scriptOptions('npm run truth -- [--patients N] [--seed S] [--resume]', {
  options: {
    patients: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    resume: { type: 'boolean', default: false },
  },
});
const [patients, seed] = [Math.ceil(number('patients')), Math.trunc(number('seed'))];

/** The dates of change cost as much as the verdicts: every so many patients is asked for them, and for the status, too. */
const wholeEvery = 10;
const linesShown = 50;
const reportEverySeconds = 10;

const tally = openTally(seed, values.resume);
const [first, before] = [tally.next, tally.seconds];
const started = performance.now();
const elapsed = (): number => (performance.now() - started) / 1000;
let lastReport = 0;
let shown = 0;

for (let number = first; number < patients; number += 1) {
  const patient = generate(seed, number);
  const answers = number % wholeEvery === 0 ? fullAnswers(patient) : quickAnswers(patient);
  for (const [question, verdict] of answers.verdicts) addTo((tally.questions[question] ??= {}), verdict);
  for (const each of disagreements(patient, answers)) {
    addTo(tally.disagreed, each.question);
    if (each.dangerous) tally.dangerous += 1;
    if ((shown += 1) <= linesShown) console.log(inOneLine(each));
  }
  tally.next = number + 1;
  if (elapsed() - lastReport < reportEverySeconds) continue;
  lastReport = elapsed();
  tally.seconds = before + lastReport;
  keepTally(tally);
  const rate = (tally.next - first) / lastReport;
  const left = Math.round((patients - tally.next) / rate);
  console.error(
    `${String(tally.next)} of ${String(patients)} patients, ${rate.toFixed(0)} per second, ${String(left)} s left`,
  );
}
tally.seconds = before + elapsed();
keepTally(tally);

const verdicts = ['met', 'not-met', 'unknown', 'needs-investigator'] as const;
console.log(`${'question'.padEnd(18)}${['asked', ...verdicts, 'disagreed'].map((each) => each.padStart(20)).join('')}`);
const inOrder = new Intl.Collator('en', { numeric: true });
const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);
for (const [question, own] of Object.entries(tally.questions).sort(([a], [b]) => inOrder.compare(a, b))) {
  const row = [sum(Object.values(own)), ...verdicts.map((each) => own[each] ?? 0), tally.disagreed[question] ?? 0];
  console.log(`${question.padEnd(18)}${row.map((each) => String(each).padStart(20)).join('')}`);
}
const found = sum(Object.values(tally.disagreed));
console.log(
  JSON.stringify({
    truth: {
      patients: tally.next,
      seed,
      verdicts: sum(Object.values(tally.questions).map((own) => sum(Object.values(own)))),
      dangerous: tally.dangerous,
      disagreements: found,
      seconds: Math.round(tally.seconds),
    },
  }),
);
process.exitCode = found > 0 ? 1 : 0;
