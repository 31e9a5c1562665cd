// Does the patient have a moderate or large pericardial effusion now?

import { isoRange, possiblyWithin, type Moment } from '../../logic/calendar.ts';
import { alsoShowing, finding, type Finding } from '../../logic/finding.ts';
import { say } from '../../logic/message.ts';
import { nameOf, textsOf } from '../../terminology/concept.ts';
import { readConcept } from '../../fhir/concept-reader.ts';
import { objectsAt } from '../../fhir/json.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { effusionIn, gravestOf, sizeIn, type EffusionSaid, type EffusionSize } from './effusion-size.ts';
import { absenceOf, historyOf, notCounted } from '../history.ts';
import { evidenceOf } from '../results/latest.ts';
import { isDated, possiblyLatest, turnsAhead } from '../results/latest-candidates.ts';
import { daysBack, illegibleWithin, reportedAs } from '../results/reported.ts';
import type { Screening } from '../screening.ts';
import { statedSeverity } from '../severity.ts';
import {
  sightedDiagnoses,
  diagnosisEvidence,
  diagnosisPresence,
  sightingsAhead,
  type SightedDiagnosis,
  abatementTurns,
} from '../sightings.ts';
import { notesOf } from '../../fhir/notes.ts';

const sets = ['pericardial-effusion'] as const;
const depth = 'pericardialEffusionSize';

/**
 * A present effusion graded moderate or large, or a tamponade: `met`. A small or ungraded one goes to the investigator. The grade is
 * read from the severity, the name and notes of the diagnosis, and from the newest report within the window that speaks of the
 * pericardium; where diagnosis and report disagree the investigator decides.
 * @source NCT06222853 exclusion criterion 4; readings: clinical specification section 7, E4
 */
export function pericardialEffusionNow(record: IndexedRecord, screening: Screening, windowDays: number): Finding {
  const view = newestView(record, screening, windowDays);
  const seen = [
    ...sightedDiagnoses(record, screening, sets).map((each) => byDiagnosis(each, record, screening, view)),
    ...(view === undefined ? [] : byReport(view, screening, windowDays)),
    ...byOpenReports(record, screening, windowDays, view),
    ...illegibleWithin(record, screening, daysBack(screening, windowDays)),
    ...byDepth(record, screening, windowDays),
  ];
  const recent = { searches: ['diagnosticReports', 'observations'] as const, since: screening.date - windowDays };
  const silence = absenceOf(record, { what: say('heart.effusion'), searches: ['conditions'], recent });
  return alsoShowing(historyOf(silence, seen), {
    ...notCounted(record, sets),
    turns: [
      ...sightingsAhead(record, screening, sets),
      ...record
        .readings(depth)
        .filter(isDated)
        .flatMap((each) => turnsAhead(each, screening)),
    ],
  });
}

type View = EffusionSaid & { readonly reference: string; readonly conclusion: string; readonly when: Moment };

/**
 * What the newest valid report within the window that mentions a pericardial effusion says of it. Of several that may be the
 * newest the graver one is taken.
 */
function newestView(record: IndexedRecord, { date }: Screening, windowDays: number): View | undefined {
  const views = record.reports.flatMap(({ reference, when, conclusion, status }): readonly View[] => {
    if (status !== 'valid' || conclusion === undefined || when === undefined) return [];
    if (!possiblyWithin(when, date - windowDays, date)) return [];
    const said = saidIn(conclusion, record);
    return said === undefined ? [] : [{ reference, conclusion, when, ...said }];
  });
  return gravestOf(views.filter(({ when }) => !views.some((other) => other.when.from > when.to)));
}

function saidIn(conclusion: string, record: IndexedRecord): EffusionSaid | undefined {
  const polarity = record.mentions(conclusion).get('pericardial-effusion');
  return effusionIn(conclusion) ?? (polarity === undefined ? undefined : { polarity, size: 'unclear' });
}

/** Preliminary reports, and those without a date, that name it and are not surely older than the newest that counts: for the investigator. */
function byOpenReports(
  record: IndexedRecord,
  { date }: Screening,
  windowDays: number,
  view: View | undefined,
): readonly Finding[] {
  return record.reports.flatMap(({ reference, when, conclusion = '', status }) => {
    if (status === 'valid' && when !== undefined) return [];
    if (when !== undefined && !possiblyWithin(when, date - windowDays, date)) return [];
    if (when !== undefined && view !== undefined && view.when.from > when.to) return [];
    const said = saidIn(conclusion, record);
    if (said === undefined || said.polarity === 'no') return [];
    const values = {
      date: when === undefined ? say('history.no-date') : isoRange(when),
      size: say(`heart.size-${said.size}`),
    };
    return finding('needs-investigator', say('heart.effusion-report', values), {
      evidence: [reportedAs({ reference, conclusion, when, status })],
      turns: when === undefined ? [] : [{ on: when.from + windowDays + 1 }, { on: when.to + windowDays + 1 }],
    });
  });
}

const isLarge = (size: EffusionSize | undefined): boolean => size === 'moderate' || size === 'large';

/** One that may lie before the window proves nothing. */
function byReport(view: View, { date }: Screening, windowDays: number): readonly Finding[] {
  const { polarity, size, when } = view;
  const values = { date: isoRange(when), size: say(`heart.size-${size}`) };
  const details = {
    evidence: [reportedAs(view)],
    turns: [{ on: when.from + windowDays + 1 }, { on: when.to + windowDays + 1 }],
  };
  if (polarity === 'no') return [finding('not-met', say('heart.effusion-report-none', values), details)];
  const sure = polarity === 'yes' && when.from >= date - windowDays;
  const verdict = sure && isLarge(size) ? 'met' : 'needs-investigator';
  return [finding(verdict, say('heart.effusion-report', values), details)];
}

/** A depth in millimetres is graded by nobody here: cut-offs for children are local. */
function byDepth(record: IndexedRecord, { date }: Screening, windowDays: number): readonly Finding[] {
  const measured = record
    .readings(depth)
    .filter(isDated)
    .filter(({ status, when }) => status === 'valid' && possiblyWithin(when, date - windowDays, date));
  return possiblyLatest(measured)
    .filter(({ amount }) => amount?.high !== 0)
    .map((each) =>
      finding(
        'needs-investigator',
        say('heart.effusion-judge', { name: each.asWritten(), size: say('heart.size-unclear') }),
        {
          evidence: [evidenceOf(each)],
          turns: [{ on: each.when.from + windowDays + 1 }, { on: each.when.to + windowDays + 1 }],
        },
      ),
    );
}

function byDiagnosis(
  diagnosis: SightedDiagnosis,
  record: IndexedRecord,
  screening: Screening,
  view: View | undefined,
): Finding {
  const { entry, doubt } = diagnosis;
  const presence = diagnosisPresence(diagnosis, screening);
  const size = sizeOf(diagnosis, record);
  const values = { name: nameOf(entry.concept), size: say(`heart.size-${size ?? 'unclear'}`) };
  const turns = abatementTurns(diagnosis);
  const details = { evidence: [diagnosisEvidence(diagnosis)], turns };
  if (presence === 'past') return finding('not-met', say('heart.effusion-past', values), details);
  if (doubt !== undefined) return finding('needs-investigator', say('heart.effusion-doubtful', values), details);
  if (!isLarge(size)) return finding('needs-investigator', say('heart.effusion-judge', values), details);
  if (view !== undefined && (view.polarity === 'no' || view.size === 'small')) {
    const date = isoRange(view.when);
    return finding('needs-investigator', say('heart.effusion-disagree', { ...values, date }), details);
  }
  if (presence === 'present') return finding('met', say('heart.effusion-present', values), details);
  const missing = [{ what: say('heart.status', values), orders: [] }];
  return finding('unknown', say('heart.status-unknown', values), { ...details, missing });
}

function sizeOf({ entry }: SightedDiagnosis, record: IndexedRecord): EffusionSize | undefined {
  if (record.meaning(entry.concept).sets.get('pericardial-tamponade') === 'in') return 'large';
  const said = [...textsOf(entry.concept), ...notesOf(entry.resource)].flatMap((text) => effusionIn(text) ?? []);
  const graded = said.find(({ polarity, size }) => polarity !== 'no' && size !== 'unclear');
  if (graded !== undefined) return graded.size;
  const severity = statedSeverity(entry);
  if (severity !== undefined) return ({ mild: 'small', moderate: 'moderate', severe: 'large' } as const)[severity];
  const { resource } = entry;
  const answers = [resource['severity'], ...objectsAt(resource, 'stage').map((stage) => stage['summary'])];
  const stated = answers.flatMap((answer) => textsOf(readConcept(answer) ?? { codings: [] }));
  return stated.flatMap((text) => sizeIn(text) ?? [])[0];
}
