// Which orders can be tried in the demo hospital? One for every kind of answer that the service gives.

import { say } from './words.js';

/** @import { Order } from './page-types.d.ts' */
/** @import { WordId } from './words.js' */

const ucum = 'http://unitsofmeasure.org';
const cvx = 'http://hl7.org/fhir/sid/cvx';
const atc = 'http://www.whocc.no/atc';
const loinc = 'http://loinc.org';

/**
 * @param {WordId} name
 * @param {fhir4.Coding} coding
 * @param {fhir4.Dosage} dosage
 * @returns {Omit<fhir4.MedicationRequest, 'id' | 'subject'>}
 */
const drug = (name, coding, dosage) => ({
  resourceType: 'MedicationRequest',
  status: 'draft',
  intent: 'order',
  medicationCodeableConcept: { coding: [coding], text: say(name) },
  dosageInstruction: [dosage],
});

/**
 * @param {WordId} name
 * @param {fhir4.Coding[]} coding
 * @returns {Omit<fhir4.ServiceRequest, 'id' | 'subject'>}
 */
const service = (name, coding = []) => ({
  resourceType: 'ServiceRequest',
  status: 'draft',
  intent: 'order',
  code: { ...(coding.length > 0 && { coding }), text: say(name) },
});

/**
 * @param {WordId} text
 * @param {number} milligrams
 * @param {number} timesADay
 * @returns {fhir4.Dosage}
 */
const dose = (text, milligrams, timesADay) => ({
  text: say(text),
  timing: { repeat: { frequency: timesADay, period: 1, periodUnit: 'd' } },
  doseAndRate: [{ doseQuantity: { value: milligrams, unit: 'mg', system: ucum, code: 'mg' } }],
});

const oral = { route: { coding: [{ system: 'http://snomed.info/sct', code: '26643006', display: 'Oral route' }] } };
const byVein = {
  route: { coding: [{ system: 'http://snomed.info/sct', code: '47625008', display: 'Intravenous route' }] },
};

/** @type {readonly { readonly group: WordId, readonly orders: readonly { readonly name: WordId, readonly draft: Order }[] }[]} */
export const catalogue = [
  {
    group: 'orders.vaccines',
    orders: [
      {
        name: 'order.varicella',
        draft: drug(
          'order.varicella',
          { system: cvx, code: '21', display: 'varicella virus vaccine' },
          { text: say('dose.one') },
        ),
      },
      {
        name: 'order.mmr',
        draft: drug(
          'order.mmr',
          { system: cvx, code: '03', display: 'measles, mumps and rubella virus vaccine' },
          { text: say('dose.one') },
        ),
      },
      {
        name: 'order.influenza',
        draft: drug(
          'order.influenza',
          { system: cvx, code: '150', display: 'influenza, injectable, quadrivalent, preservative free' },
          { text: say('dose.one') },
        ),
      },
    ],
  },
  {
    group: 'orders.drugs',
    orders: [
      {
        name: 'order.mycophenolate',
        draft: drug(
          'order.mycophenolate',
          { system: atc, code: 'L04AA06', display: 'mycophenolic acid' },
          { ...oral, ...dose('dose.500-twice', 500, 2) },
        ),
      },
      {
        name: 'order.prednisone',
        draft: drug(
          'order.prednisone',
          { system: atc, code: 'H02AB07', display: 'prednisone' },
          { ...oral, ...dose('dose.40-daily', 40, 1) },
        ),
      },
      {
        name: 'order.noradrenaline',
        draft: drug(
          'order.noradrenaline',
          { system: atc, code: 'C01CA03', display: 'norepinephrine' },
          { ...byVein, text: say('dose.continuous') },
        ),
      },
      {
        name: 'order.vancomycin',
        draft: drug(
          'order.vancomycin',
          { system: atc, code: 'J01XA01', display: 'vancomycin' },
          { ...byVein, ...dose('dose.500-four', 500, 4) },
        ),
      },
    ],
  },
  {
    group: 'orders.procedures',
    orders: [
      {
        name: 'order.haemodialysis',
        draft: service('order.haemodialysis', [
          { system: 'http://snomed.info/sct', code: '302497006', display: 'Hemodialysis' },
        ]),
      },
      {
        name: 'order.echocardiogram',
        draft: service('order.echocardiogram', [
          { system: loinc, code: '10230-1', display: 'Left ventricular Ejection fraction' },
        ]),
      },
      { name: 'order.study', draft: service('order.study') },
    ],
  },
];
