// What is there to draw of a patient? A second pure function beside `assess`: it reads the same facts, never the sentences.

import type { Language } from '../logic/language.ts';
import type { Patient } from '../eligibility/understand.ts';
import type { AgentSettings } from '../facts/standard-treatment/immunosuppressants.ts';
import type { GlucocorticoidSettings } from '../facts/glucocorticoids/days.ts';
import { isoDay } from '../logic/calendar.ts';
import { drugBars } from './chart-drugs.ts';
import { eventsOf } from './chart-events.ts';
import { glucocorticoidChart } from './chart-glucocorticoid.ts';
import { seriesOf } from './chart-series.ts';
import type { Chart, Span } from './chart.ts';

export type ChartSettings = AgentSettings & GlucocorticoidSettings & { readonly heightWindowDays: number };

/** Everything with a date that the evidence page draws, by the settings of a protocol. */
export function chartOf(patient: Patient, settings: ChartSettings, language: Language): Chart {
  const parts = {
    glucocorticoid: glucocorticoidChart(patient, settings),
    drugs: drugBars(patient, settings, language),
    series: seriesOf(patient, settings, language),
    events: eventsOf(patient, language),
  };
  return { span: spanAround(parts, isoDay(patient.screening.date)), ...parts };
}

/** From the first day with something to the last, the day of assessment included. */
function spanAround({ glucocorticoid, drugs, series, events }: Omit<Chart, 'span'>, today: string): Span {
  const dated = [
    ...glucocorticoid.segments,
    ...drugs.flatMap(({ spans }) => spans),
    ...series.flatMap(({ points }) => points),
    ...events,
  ];
  const days = [today, ...dated.flatMap(({ from, to }) => [from ?? [], to ?? []].flat())].sort();
  return { from: days[0] ?? today, to: days.at(-1) ?? today };
}
