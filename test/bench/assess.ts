// How long does an assessment take, against parsing the text of the same record?
// Usage: node test/bench/assess.ts [SIZE,SIZE...]

import { assess } from '../../src/eligibility/assess.ts';
import { toJson } from '../../src/eligibility/json.ts';
import { recordFromBundle } from '../../src/fhir/record-builder.ts';
import { timeZone } from '../../src/logic/calendar.ts';
import { nct06222853From5To18 as protocol } from '../../src/protocols/nct06222853-5to18/protocol.ts';
import { newLexicon } from '../../src/terminology/lexicon.ts';
import { screeningOn } from '../builders.ts';
import { median } from './median.ts';
import { bundleOf } from './records.ts';

/** Milliseconds, medians of interleaved runs; ratios to parsing. */
export type AssessRow = {
  readonly resources: number;
  readonly parseMs: number;
  /** `recordFromBundle` and `assess`; of earlier runs only the meaning of terms is kept. */
  readonly assessMs: number;
  readonly toJsonMs: number;
  readonly assessPerParse: number;
  readonly toJsonPerParse: number;
};

/** What the work gave, and how long it took. */
function timed<T>(work: () => T): readonly [result: T, ms: number] {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
}

function once(text: string) {
  const [bundle, parseMs] = timed(() => JSON.parse(text) as unknown);
  const [assessment, assessMs] = timed(() => {
    const read = recordFromBundle(bundle);
    if ('problem' in read) throw new Error(read.problem);
    return assess(protocol, read.record, { ...screeningOn('2026-06-01'), timeZone: shanghai }, undefined, lexicon);
  });
  const [, toJsonMs] = timed(() => toJson(assessment));
  return { parseMs, assessMs, toJsonMs };
}

const shanghai = timeZone('Asia/Shanghai');

/** As in the service: what terms mean is remembered from record to record. */
const lexicon = newLexicon();

/** So long all sizes are assessed before anything is measured: after 15 to 20 seconds the engine compiles little more. */
const warmUpMs = 40_000;

/** Parsing, assessing and printing in turn, so that whatever else the machine does touches all of them alike. */
export function benchAssess(sizes: readonly number[] = [50, 200, 1000, 2000], runs = 301): readonly AssessRow[] {
  const texts = sizes.map((resources) => JSON.stringify(bundleOf(resources)));
  // A service runs for weeks: it is measured when its code has been compiled, not while it is.
  const until = performance.now() + warmUpMs;
  while (performance.now() < until) texts.forEach(once);
  return sizes.map((resources, index) => {
    const results = Array.from({ length: runs }, () => once(texts[index] ?? ''));
    const [parseMs, assessMs, toJsonMs] = [
      median(results.map((each) => each.parseMs)),
      median(results.map((each) => each.assessMs)),
      median(results.map((each) => each.toJsonMs)),
    ];
    return {
      resources,
      parseMs,
      assessMs,
      toJsonMs,
      assessPerParse: assessMs / parseMs,
      toJsonPerParse: toJsonMs / parseMs,
    };
  });
}

if (import.meta.main) {
  const sizes = process.argv[2]?.split(',').map(Number);
  const cells = ({ resources, parseMs, assessMs, toJsonMs, toJsonPerParse, assessPerParse }: AssessRow) => [
    resources,
    ...[parseMs, assessMs, toJsonMs, toJsonPerParse, assessPerParse].map((value) => value.toFixed(2)),
  ];
  console.log('| resources | JSON.parse ms | assess ms | toJson ms | toJson / parse | assess / parse |');
  console.log('| --: | --: | --: | --: | --: | --: |');
  for (const row of benchAssess(sizes)) console.log(`| ${cells(row).join(' | ')} |`);
}
