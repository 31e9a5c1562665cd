// What does the patient's chart show, tab by tab?

import { medicationsTab } from './chart-medications.js';
import { ordersTab, otherTab } from './chart-other.js';
import { row, tab } from './chart-rows.js';
import { concept, date, referenceRange, result } from './describe.js';
import { searchAll } from './fhir-client.js';
import { say } from './words.js';

/** @import { All, Tab } from './page-types.d.ts' */

/**
 * Every tab of a patient's chart, read from the FHIR server.
 * @param {string} patientId
 * @returns {Promise<readonly Tab[]>}
 */
export async function readChart(patientId) {
  /** @type {All} */
  const all = (type) => searchAll(`${type}?patient=${encodeURIComponent(patientId)}`);
  return Promise.all([conditionsTab(all), medicationsTab(all), resultsTab(all), otherTab(all), ordersTab(all)]);
}

/** @param {All} all */
async function conditionsTab(all) {
  const conditions = await all('Condition');
  return tab(
    say('chart.conditions'),
    [say('column.since'), say('column.condition'), say('column.status')],
    conditions.map(({ code, onsetDateTime, recordedDate, clinicalStatus, verificationStatus }) => {
      const verification = concept(verificationStatus);
      const since = date(onsetDateTime ?? recordedDate);
      const status = [concept(clinicalStatus), verification === 'confirmed' ? '' : verification];
      return row(verification, [since, concept(code), status.filter((each) => each !== '').join(', ')]);
    }),
  );
}

/** @param {All} all */
async function resultsTab(all) {
  const observations = await all('Observation');
  return tab(
    say('chart.results'),
    [say('column.date'), say('column.test'), say('column.value'), say('column.range'), say('column.status')],
    observations.map((each) =>
      row(each.status, [
        date(each.effectiveDateTime),
        concept(each.code),
        result(each),
        referenceRange(each),
        each.status,
      ]),
    ),
  );
}
