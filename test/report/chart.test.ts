import { describe, expect, it } from 'vitest';
import type { Chart, ChartPoint, EventKind, SeriesId, Span } from '../../src/report/chart.ts';
import type { EvidenceJson } from '../../src/report/evidence-json.ts';
import { day } from '../builders.ts';
import { stories } from '../stories.ts';
import { criterionIn, reportFor, storyNamed } from './reports.ts';

const daysIn = (spans: readonly Span[]): number =>
  spans.reduce((sum, { from, to }) => sum + day(to) - day(from) + 1, 0);

const pointsOf = ({ series }: Chart, id: SeriesId): readonly ChartPoint[] =>
  series.find((each) => each.id === id)?.points ?? [];

/** Evidence that is a result: of these series every value of a criterion is a point of the curve. */
const drawn: readonly (readonly [string, SeriesId])[] = [
  ['I3', 'SLEDAI-2K'],
  ['I4.LVEF', 'LVEF'],
  ['I4.ALT', 'ALT'],
  ['I4.AST', 'AST'],
  ['I4.TBIL', 'bilirubinTotal'],
  ['I4.SpO2', 'SpO2'],
];

/** Evidence of these criteria is a mark on the time line. */
const marked: readonly (readonly [string, RegExp, readonly EventKind[]])[] = [
  ['E1', /^(?:Condition|Procedure|Medication)/, ['car-t']],
  ['E2', /^(?:Condition|Procedure)/, ['cns', 'renal']],
  ['E3.RRT', /^(?:Condition|Procedure)/, ['renal']],
  ['E3.kidney', /^(?:Condition|Procedure|DiagnosticReport)/, ['renal']],
  ['E6', /^Condition/, ['infection']],
  ['E7', /^(?:Condition|Procedure)/, ['transplant']],
  ['E8', /^Observation/, ['infection-test']],
  ['E9', /^Immunization/, ['vaccine', 'vaccine-live', 'vaccine-unclear']],
];

const isShown = ({ reference, value, date }: EvidenceJson, points: readonly ChartPoint[]): boolean =>
  points.some((point) => point.reference === reference && point.asWritten === value && point.from === date);

describe.each(stories)('the chart of $name', (story) => {
  const report = reportFor(story);
  const { chart } = report;

  it.each(drawn)('draws every value on which %s rests', (criterion, id) => {
    const { evidence } = criterionIn(report, criterion);
    const results = evidence.filter(
      ({ reference = '', value }) => reference.startsWith('Observation/') && value !== undefined,
    );
    const ofSeries = results.filter(({ reference }) =>
      pointsOf(chart, id).some((point) => point.reference === reference),
    );
    expect(ofSeries.filter((each) => !isShown(each, pointsOf(chart, id)))).toEqual([]);
    if (criterion !== 'I3' && criterion !== 'I4.SpO2') expect(ofSeries).toEqual(results);
  });

  it('draws the filtration rate that was judged', () => {
    const judged = criterionIn(report, 'I4.eGFR').evidence.filter(({ label }) => label.startsWith('CKiD U25'));
    expect(judged.filter((each) => !isShown(each, pointsOf(chart, 'eGFR')))).toEqual([]);
  });

  it.each(marked)('marks everything dated on which %s rests', (criterion, reference, kinds) => {
    const marks = chart.events.filter(({ kind }) => kinds.includes(kind));
    const { evidence, parts = [] } = criterionIn(report, criterion);
    const own = [...evidence, ...parts.flatMap((part) => part.evidence)];
    const dated = own.filter((each) => reference.test(each.reference ?? '') && each.date !== undefined);
    const missing = dated.filter(
      (each) => !marks.some((mark) => mark.reference === each.reference && mark.date === each.date),
    );
    expect(missing).toEqual([]);
  });

  it('counts the days that I2 counts, and reaches the same peak', () => {
    const { days, possibleDays, segments } = chart.glucocorticoid;
    const said = (label: string) =>
      criterionIn(report, 'I2.glucocorticoid').evidence.find((each) => each.label === label)?.value;
    const [low, high] = [daysIn(days.high), daysIn(possibleDays.high)];
    if (segments.length === 0) expect(said('days at the high dose')).toBeUndefined();
    else {
      expect(said('days at the high dose')).toBe(low === high ? String(low) : `${String(low)}–${String(high)}`);
      expect(said('first and last day')).toBe(`${segments[0]?.from ?? ''} – ${segments.at(-1)?.to ?? ''}`);
    }
    if (segments.some(({ perKg }) => perKg !== undefined)) {
      const peak = (end: 'low' | 'high', unknown: number): number =>
        Math.round(Math.max(...segments.map(({ perKg }) => perKg?.[end] ?? unknown)) * 1000) / 1000;
      const [least, most] = [peak('low', 0), peak('high', Infinity)];
      const range = least === most ? String(least) : `${String(least)}–${String(most)}`;
      const known = most === Infinity ? `≥ ${String(least)}` : range;
      const isUnknown = most === Infinity && least === 0;
      expect(said('highest daily dose as prednisone')).toBe(isUnknown ? undefined : `${known} mg/kg`);
    }
  });

  it('judges the drugs as I2 judges them', () => {
    const ids = ['I2.agents', 'I2.hydroxychloroquine'];
    const evidence = ids.flatMap((id) => criterionIn(report, id).evidence);
    for (const { drug, cover, doses } of chart.drugs.filter(({ adequate }) => adequate !== undefined)) {
      const said = evidence.filter(({ label }) => label === drug).map(({ value }) => value);
      const own =
        doses !== undefined
          ? `${String(doses.length)} doses, ${doses[0] ?? ''} to ${doses.at(-1) ?? ''}`
          : cover === undefined
            ? undefined
            : `${String(cover.days)} days, ${cover.from} to ${cover.to}`;
      if (own !== undefined) expect(said).toContain(own);
    }
  });

  it('lies within its span, in order of time', () => {
    const all = [
      ...chart.glucocorticoid.segments,
      ...chart.drugs.flatMap(({ spans }) => spans),
      ...chart.series.flatMap(({ points }) => points),
      ...chart.events,
    ];
    for (const { from = chart.span.from, to = chart.span.to } of all) {
      expect(from >= chart.span.from && to <= chart.span.to && from <= to).toBe(true);
    }
    for (const list of [chart.events, ...chart.series.map(({ points }) => points)]) {
      const starts = list.map(({ from = '' }) => from);
      expect(starts).toEqual(starts.toSorted());
    }
  });

  it('says nothing of pregnancy tests or contraception, which a guardian must not see', () => {
    const text = JSON.stringify(chart);
    const hidden = ['I6', 'E10'].flatMap((id) =>
      criterionIn(report, id).evidence.flatMap(({ reference }) => reference ?? []),
    );
    expect(
      hidden.filter((reference) => /^(?:Observation|Condition)/.test(reference) && text.includes(`"${reference}"`)),
    ).toEqual([]);
  });
});

describe('the comparisons above', () => {
  const reports = stories.map((story) => reportFor(story));

  it.each(marked.filter(([id]) => !['E2', 'E7'].includes(id)))('meet some evidence of %s', (criterion, reference) => {
    const all = reports.flatMap((each) => {
      const { evidence, parts = [] } = criterionIn(each, criterion);
      return [...evidence, ...parts.flatMap((part) => part.evidence)];
    });
    expect(all.filter((each) => reference.test(each.reference ?? '')).length).toBeGreaterThan(0);
  });

  it('meet doses, drugs by time and drugs by doses', () => {
    const drugs = reports.flatMap(({ chart }) => chart.drugs);
    expect(reports.filter(({ chart }) => chart.glucocorticoid.days.high.length > 0).length).toBeGreaterThan(3);
    expect(drugs.filter(({ cover }) => cover !== undefined).length).toBeGreaterThan(10);
    expect(drugs.filter(({ doses }) => doses !== undefined).length).toBeGreaterThan(0);
  });
});

describe('the chart', () => {
  const { chart } = reportFor(storyNamed('candidate-girl'));

  it('gives the dose per kg of each stretch with the weight it was divided by', () => {
    const [first] = chart.glucocorticoid.segments;
    expect(first).toMatchObject({
      from: '2025-11-12',
      milligrams: { low: 50, high: 50 },
      weight: { low: 44, high: 44 },
    });
    expect(first?.perKg?.low).toBeCloseTo(50 / 44, 12);
  });

  it('gives the liver values as multiples of the limit that came with them', () => {
    const last = pointsOf(chart, 'ALT').at(-1);
    expect(last).toMatchObject({ asWritten: '22 U/L' });
    expect(last?.amount?.low).toBeCloseTo(22 / 36, 12);
  });

  it('draws the line where the criterion has it', () => {
    const limits = chart.series.flatMap(({ id, limit }) =>
      limit === undefined ? [] : [[id, limit.value, limit.criterion]],
    );
    expect(limits).toEqual([
      ['SLEDAI-2K', 8, 'I3'],
      ['LVEF', 55, 'I4.LVEF'],
      ['eGFR', 30, 'I4.eGFR'],
      ['ALT', 3, 'I4.ALT'],
      ['AST', 3, 'I4.AST'],
      ['bilirubinTotal', 2, 'I4.TBIL'],
      ['SpO2', 92, 'I4.SpO2'],
    ]);
  });

  it('has no dose per kg where no weight is known', () => {
    const { segments } = reportFor(storyNamed('weight-missing')).chart.glucocorticoid;
    expect(segments.length).toBeGreaterThan(0);
    for (const segment of segments) expect(segment).not.toHaveProperty('perKg');
  });

  it('says why an ointment does not count', () => {
    const bar = reportFor(storyNamed('tacrolimus-ointment')).chart.drugs.find(({ drug }) => drug === 'tacrolimus');
    expect(bar?.spans.map(({ counted, why }) => [counted, why])).toContainEqual(['no', 'not systemic, not counted']);
  });
});
