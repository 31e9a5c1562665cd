// Does the program answer what the specification demands, for thousands of generated patients?

import { expect, test } from 'vitest';
import { generate } from './generator/patient.ts';
import { disagreements, fullAnswers, inOneLine, quickAnswers } from './judge.ts';

const patients = Number(process.env['TRUTH_PATIENTS'] ?? '5000');
const seed = Number(process.env['TRUTH_SEED'] ?? '20260601');

/** The dates on which a verdict will change cost as much as the verdicts; every so many patients is asked for them too. */
const wholeEvery = 10;

test(`${String(patients)} generated patients of seed ${String(seed)}: no dangerous error, no disagreement`, () => {
  console.log(`generated truth: seed ${String(seed)}; TRUTH_SEED and TRUTH_PATIENTS choose others`);
  const found: string[] = [];
  const statuses = new Map<string, number>();
  for (let number = 0; number < patients; number += 1) {
    const patient = generate(seed, number);
    const answers = number % wholeEvery === 0 ? fullAnswers(patient) : quickAnswers(patient);
    if (answers.status !== undefined) statuses.set(answers.status, (statuses.get(answers.status) ?? 0) + 1);
    found.push(...disagreements(patient, answers).map(inOneLine));
  }
  expect(found).toEqual([]);
  // All three are reached, or agreement would prove little.
  expect([...statuses.keys()].sort()).toEqual(['candidate', 'ineligible', 'potential-candidate']);
}, 1_800_000);
