// Has menarche occurred, as far as the record says?

import { completedYears, parseMoment, type DayRange } from '../../logic/calendar.ts';
import type { Turn } from '../../logic/finding.ts';
import { textsOf } from '../../terminology/concept.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import type { Reading } from '../../fhir/reading.ts';
import { latest, measurementTitle, detailsOf } from '../results/latest.ts';
import type { Screening } from '../screening.ts';
import { resultsAhead } from '../serology/marker.ts';

export type Menarche = {
  /** `before`: recorded so within its window. */
  readonly state: 'after' | 'before' | 'not-documented';
  readonly readings: readonly Reading[];
  readonly turns: readonly Turn[];
};

const beforeWords =
  /pre-?\s?menarch|not (?:yet )?(?:menstruat|reached|occurred|started)|^not yet$|未初潮|未来(?:过)?月经|未来潮|无月经初潮|尚未|未至|^no$|^否$|^无$/i;
const afterWords =
  /post-?\s?menarch|menstruating|menarche (?:reached|occurred)|已初潮|已来(?:过)?月经|已来潮|初潮后|^yes$|^是$|^有$/i;

/** Documented menarche (status, age at menarche, last menstrual period) of any date; else the latest status in the window. */
export function menarche(record: IndexedRecord, screening: Screening, windowDays: number): Menarche {
  const past = (name: string): readonly Reading[] =>
    record.readings(name).filter(({ status, unreadable, when }) => {
      return status === 'valid' && unreadable === undefined && (when === undefined || when.to <= screening.date);
    });
  const occurred = [
    ...past('menarche-status').filter((reading) => statusSaid(reading) === 'after'),
    ...past('age-at-menarche').filter((reading) => agesAgree(reading, record.birth, screening)),
    ...past('last-menstrual-period').filter((reading) => saysPastDay(reading, record, screening)),
  ];
  if (occurred.length > 0) return { state: 'after', readings: occurred, turns: [] };
  const found = latest(record, {
    names: ['menarche-status'],
    what: measurementTitle('menarche-status'),
    screening,
    windowDays,
    group: 'MENARCHE',
    orders: [],
  });
  const before = found.state === 'found' && found.readings.every((reading) => statusSaid(reading) === 'before');
  const turns = [
    ...detailsOf(found).turns,
    ...resultsAhead(record, ['age-at-menarche', 'last-menstrual-period'], screening),
  ];
  if (!before) return { state: 'not-documented', readings: past('menarche-status'), turns };
  return { state: 'before', readings: found.readings, turns };
}

function statusSaid({ concept, text, presence }: Reading): 'before' | 'after' | undefined {
  const words = [
    ...(concept === undefined ? [] : [...concept.codings.map(({ code }) => code), ...textsOf(concept)]),
    ...(text === undefined ? [] : [text]),
  ];
  const [before, after] = [beforeWords, afterWords].map((pattern) => words.some((word) => pattern.test(word)));
  if (before !== after) return before === true ? 'before' : 'after';
  if (presence === 'positive') return 'after';
  return presence === 'negative' ? 'before' : undefined;
}

/** An age at menarche counts if the patient has reached it. */
function agesAgree({ amount }: Reading, birth: DayRange | undefined, screening: Screening): boolean {
  if (amount === undefined || amount.low <= 0) return false;
  return birth === undefined || amount.low < completedYears(birth.from, screening.date) + 1;
}

/** A last menstrual period counts if it is a day that is not ahead. */
function saysPastDay({ text }: Reading, record: IndexedRecord, screening: Screening): boolean {
  const day = parseMoment(text, record.zone);
  return day !== undefined && day.from <= screening.date;
}
