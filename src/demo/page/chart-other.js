// What else does the chart show: procedures, vaccines, reports, allergies, family, visits, orders?

import { row, tab } from './chart-rows.js';
import { concept, date, period } from './describe.js';

/** @import { All } from './page-types.d.ts' */

/** @param {All} all */
export async function otherTab(all) {
  const [procedures, immunizations, reports, allergies, family, encounters, lists, subjects] = await Promise.all([
    all('Procedure'),
    all('Immunization'),
    all('DiagnosticReport'),
    all('AllergyIntolerance'),
    all('FamilyMemberHistory'),
    all('Encounter'),
    all('List'),
    all('ResearchSubject'),
  ]);
  const rows = [
    ...procedures.map((each) =>
      row(each.status, [date(each.performedDateTime), 'Procedure', concept(each.code), each.status]),
    ),
    ...immunizations.map((each) =>
      row(each.status, [date(each.occurrenceDateTime), 'Vaccine', concept(each.vaccineCode), each.status]),
    ),
    ...reports.map((each) =>
      row(each.status, [
        date(each.effectiveDateTime),
        'Report',
        `${concept(each.code)}: ${each.conclusion ?? ''}`,
        each.status,
      ]),
    ),
    ...allergies.map((each) =>
      row(concept(each.verificationStatus), [
        date(each.recordedDate),
        each.type === 'intolerance' ? 'Intolerance' : 'Allergy',
        `${concept(each.code)}: ${(each.reaction ?? []).flatMap(({ manifestation }) => manifestation.map(concept)).join(', ')}`,
        concept(each.clinicalStatus),
      ]),
    ),
    ...family.map((each) =>
      row(each.status, [
        date(each.date),
        'Family',
        `${concept(each.relationship)}: ${(each.condition ?? []).map(({ code }) => concept(code)).join(', ')}`,
        '',
      ]),
    ),
    ...encounters.map((each) => row(each.status, [period(each.period), 'Visit', each.class.code ?? '', each.status])),
    ...lists.map((each) => row(each.status, [date(each.date), 'List', concept(each.code), each.status])),
    ...subjects.map((each) => row(each.status, [period(each.period), 'Study', 'Research participant', each.status])),
  ];
  return tab('Other', ['Date', 'Kind', 'What', 'Status'], rows);
}

/** @param {All} all */
export async function ordersTab(all) {
  const [requests, tasks, messages] = await Promise.all([
    all('ServiceRequest'),
    all('Task'),
    all('CommunicationRequest'),
  ]);
  return tab(
    'Orders',
    ['Date', 'Kind', 'What', 'Status'],
    [
      ...requests.map((each) =>
        row(each.status, [
          date(each.authoredOn ?? each.meta?.lastUpdated),
          'Order',
          concept(each.code),
          `${each.intent}, ${each.status}`,
        ]),
      ),
      ...tasks.map((each) =>
        row(each.status, [
          date(each.authoredOn ?? each.meta?.lastUpdated),
          'Task',
          each.description ?? concept(each.code),
          `${each.intent}, ${each.status}`,
        ]),
      ),
      ...messages.map((each) =>
        row(each.status, [
          date(each.authoredOn ?? each.meta?.lastUpdated),
          'Message',
          concept(each.category?.[0]),
          each.status,
        ]),
      ),
    ],
  );
}
