// How much viral nucleic acid does the latest result in the window show?

import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { evidenceOf, latest } from '../results/latest.ts';
import type { Screening } from '../screening.ts';
import { gap, latestQuestion, type Marker, type MarkerQuestion } from './marker.ts';
import { loadSaid, type Load } from './result.ts';

export type LoadState = 'above' | 'not-above' | 'uncertain' | 'missing' | 'unreadable';

/** The latest viral load in the window, each result judged against its own reference or limit of quantification. */
export function viralLoad(record: IndexedRecord, screening: Screening, question: MarkerQuestion): Marker<LoadState> {
  const found = latest(record, latestQuestion(question, screening, 'VIRAL_LOAD'));
  if (found.state === 'none') return { state: gap(found.finding), shown: found.finding };
  const states = found.readings.map((reading) => loadSaid(reading));
  const evidence = found.readings.map((each) => evidenceOf(each));
  const { ignored, turns } = found;
  return { state: stateOf(states), shown: { evidence, ignored, flags: [], turns } };
}

function stateOf(states: readonly (Load | undefined)[]): LoadState {
  const distinct = new Set(states);
  const [only] = distinct;
  if (only === undefined || distinct.size > 1) return 'unreadable';
  return only === 'below-limit' || only === 'weak' ? 'uncertain' : only;
}
