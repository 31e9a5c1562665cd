// What else does the chart show: procedures, vaccines, reports, allergies, family, visits, orders?

import { row, tab } from './chart-rows.js';
import { concept, date, period } from './describe.js';
import { say } from './words.js';

/** @import { All } from './page-types.d.ts' */

const columns = [say('column.date'), say('column.kind'), say('column.what'), say('column.status')];

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
      row(each.status, [date(each.performedDateTime), say('kind.procedure'), concept(each.code), each.status]),
    ),
    ...immunizations.map((each) =>
      row(each.status, [date(each.occurrenceDateTime), say('kind.vaccine'), concept(each.vaccineCode), each.status]),
    ),
    ...reports.map((each) =>
      row(each.status, [
        date(each.effectiveDateTime),
        say('kind.report'),
        `${concept(each.code)}: ${each.conclusion ?? ''}`,
        each.status,
      ]),
    ),
    ...allergies.map((each) =>
      row(concept(each.verificationStatus), [
        date(each.recordedDate),
        say(each.type === 'intolerance' ? 'kind.intolerance' : 'kind.allergy'),
        `${concept(each.code)}: ${(each.reaction ?? []).flatMap(({ manifestation }) => manifestation.map(concept)).join(', ')}`,
        concept(each.clinicalStatus),
      ]),
    ),
    ...family.map((each) =>
      row(each.status, [
        date(each.date),
        say('kind.family'),
        `${concept(each.relationship)}: ${(each.condition ?? []).map(({ code }) => concept(code)).join(', ')}`,
        '',
      ]),
    ),
    ...encounters.map((each) =>
      row(each.status, [period(each.period), say('kind.visit'), each.class.code ?? '', each.status]),
    ),
    ...lists.map((each) => row(each.status, [date(each.date), say('kind.list'), concept(each.code), each.status])),
    ...subjects.map((each) =>
      row(each.status, [period(each.period), say('kind.study'), say('kind.participant'), each.status]),
    ),
  ];
  return tab(say('chart.other'), columns, rows);
}

/** @param {All} all */
export async function ordersTab(all) {
  const [requests, tasks, messages] = await Promise.all([
    all('ServiceRequest'),
    all('Task'),
    all('CommunicationRequest'),
  ]);
  return tab(say('chart.orders'), columns, [
    ...requests.map((each) =>
      row(each.status, [
        date(each.authoredOn ?? each.meta?.lastUpdated),
        say('kind.order'),
        concept(each.code),
        `${each.intent}, ${each.status}`,
      ]),
    ),
    ...tasks.map((each) =>
      row(each.status, [
        date(each.authoredOn ?? each.meta?.lastUpdated),
        say('kind.task'),
        each.description ?? concept(each.code),
        `${each.intent}, ${each.status}`,
      ]),
    ),
    ...messages.map((each) =>
      row(each.status, [
        date(each.authoredOn ?? each.meta?.lastUpdated),
        say('kind.message'),
        concept(each.category?.[0]),
        each.status,
      ]),
    ),
  ]);
}
