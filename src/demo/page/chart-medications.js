// Which drugs does the chart show: ordered, reported, given, handed out?

import { row, tab } from './chart-rows.js';
import { concept, date, period, quantity } from './describe.js';
import { read } from './fhir-client.js';
import { say } from './words.js';

/** @import { All, Row } from './page-types.d.ts' */

/** @param {All} all */
export async function medicationsTab(all) {
  const [requests, statements, administrations, dispenses] = await Promise.all([
    all('MedicationRequest'),
    all('MedicationStatement'),
    all('MedicationAdministration'),
    all('MedicationDispense'),
  ]);
  /** @type {Promise<Row>[]} */
  const rows = [
    ...requests.map(async (each) => {
      const dosage = each.dosageInstruction?.[0];
      const when = dosage?.timing?.repeat?.boundsPeriod;
      return row(each.status, [
        when === undefined ? date(each.authoredOn) : period(when),
        await drug(each),
        dosage?.text ?? '',
        say('drug.ordered', { status: each.status }),
      ]);
    }),
    ...statements.map(async (each) =>
      row(each.status, [
        each.effectivePeriod === undefined ? date(each.effectiveDateTime) : period(each.effectivePeriod),
        await drug(each),
        each.dosage?.[0]?.text ?? '',
        say('drug.reported', { status: each.status }),
      ]),
    ),
    ...administrations.map(async (each) =>
      row(each.status, [
        date(each.effectiveDateTime),
        await drug(each),
        quantity(each.dosage?.dose),
        say('drug.given'),
      ]),
    ),
    ...dispenses.map(async (each) =>
      row(each.status, [date(each.whenHandedOver), await drug(each), quantity(each.quantity), say('drug.handed-out')]),
    ),
  ];
  return tab(
    say('chart.medications'),
    [say('column.when'), say('column.drug'), say('column.dose'), say('column.source')],
    await Promise.all(rows),
  );
}

/**
 * The name of a drug, also where it is contained in the resource or kept elsewhere on the server.
 * @param {fhir4.MedicationRequest | fhir4.MedicationStatement | fhir4.MedicationAdministration | fhir4.MedicationDispense} resource
 * @returns {Promise<string>}
 */
async function drug({ medicationCodeableConcept, medicationReference, contained }) {
  if (medicationCodeableConcept !== undefined) return concept(medicationCodeableConcept);
  const reference = medicationReference?.reference ?? '';
  if (reference.startsWith('#')) {
    return concept(contained?.filter(isMedication).find(({ id }) => `#${id ?? ''}` === reference)?.code);
  }
  if (!reference.startsWith('Medication/')) return medicationReference?.display ?? reference;
  /** @type {fhir4.Medication} */
  const medication = await read(reference);
  return concept(medication.code);
}

/**
 * @param {{ readonly resourceType?: string }} resource
 * @returns {resource is fhir4.Medication}
 */
const isMedication = (resource) => resource.resourceType === 'Medication';
