// What do course and scores on the list tell of where in the EHR they come from?

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { indexRecord } from '../../../src/fhir/index-record.ts';
import { recordFromBundle } from '../../../src/fhir/record-builder.ts';
import { timeZone } from '../../../src/logic/calendar.ts';
import { nct06222853From5To18 as protocol } from '../../../src/protocols/nct06222853-5to18/protocol.ts';
import { evidenceReportOf } from '../../../src/report/evidence-report-of.ts';
import { withSources } from '../../../src/screening/run/looked-up.ts';
import { screeningOn } from '../../builders.ts';

const bundle: unknown = JSON.parse(
  readFileSync(new URL('../../../fixtures/candidate-girl/record.json', import.meta.url), 'utf8'),
);
const built = recordFromBundle(bundle);
if ('problem' in built) throw new Error(built.problem);
const zone = timeZone('Asia/Shanghai');
const record = indexRecord(built.record, zone);
const ids = built.record.resources.map(({ id }) => String(id));

function shownTo(mayIdentify: boolean): string {
  const screening = { ...screeningOn('2026-03-10'), timeZone: zone };
  const options = { protocol, language: 'en', recruiting: true, dropped: 0 } as const;
  const { asOf, chart, sledai, eularAcr } = evidenceReportOf(record, screening, options);
  return JSON.stringify(withSources({ asOf, chart, sledai, eularAcr, unseen: [] }, record.reference, mayIdentify));
}

it('a reader who may know the name sees the resource behind each value, never the patient as one', () => {
  const text = shownTo(true);
  expect(ids.filter((id) => text.includes(`/${id}"`)).length).toBeGreaterThan(20);
  expect(text).not.toContain(record.reference);
});

it('a reader who may know the number only sees of each source its type and no id', () => {
  const text = shownTo(false);
  expect(text).toContain('"reference":"Observation"');
  expect(text).toContain('"sources":["MedicationRequest"]');
  expect(ids.filter((id) => text.includes(`/${id}"`))).toEqual([]);
  expect(text).not.toContain(record.reference);
});
