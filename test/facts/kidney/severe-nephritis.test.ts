// What do the signals of severe nephritis say, show, ask for and announce, and when is silence no answer?

import { describe } from 'vitest';
import type { Evidence } from '../../../src/logic/finding.ts';
import { say, type Message } from '../../../src/logic/message.ts';
import { day, type RecordOptions } from '../../builders.ts';
import { clinically, report, verified } from '../history-entries.ts';
import { absent, adult, answers, known, name, nephritis, present, raised, what } from './nephritis-answers.ts';
import { expected, type Whole } from '../whole.ts';

describe('a diagnosis', () => {
  answers([
    ['that is present', [nephritis()], raised(present, [known()])],
    ['of which nobody says whether it is over', [nephritis({ clinicalStatus: undefined })], raised(present, [known()])],
    [
      'that is present until the day it ends',
      [nephritis({ onsetDateTime: '2025-01-01', abatementDateTime: '2026-06-01' })],
      raised(present, [known('2025-01-01')], ['2026-06-02']),
    ],
    [
      'that ended the day before is shown and no signal',
      [nephritis({ abatementDateTime: '2026-05-31' })],
      absent({ evidence: [known()], days: ['2026-06-01', adult] }),
    ],
    ['that is over is shown and no signal', [nephritis(clinically('resolved'))], absent({ evidence: [known()] })],
    [
      'of tomorrow does not count yet',
      [nephritis({ onsetDateTime: '2026-06-02' })],
      absent({ days: ['2026-06-02', adult] }),
    ],
    [
      'that is refuted is shown as not counted',
      [nephritis(verified('refuted'))],
      absent({
        ignored: [{ reference: 'Condition/r1', label: say('record.refuted', { status: 'refuted' }), value: name }],
        flags: ['IGNORED_INVALID_EVIDENCE'],
      }),
    ],
  ]);
});

describe('a report of class III or IV or crescents', () => {
  const words = 'Lupus nephritis, ISN/RPS class IV-G (A)';
  const read = (date: string, value = words): Evidence => ({
    reference: 'DiagnosticReport/r1',
    label: say('heart.report'),
    value,
    date,
  });
  const within = (date: string): Message => say('nephritis.biopsy', { date, months: 6 });
  const long = `${words}. ${'Mesangial matrix increased. '.repeat(20)}`;
  answers([
    [
      'of six months ago',
      [report(words, '2025-12-01')],
      raised(within('2025-12-01'), [read('2025-12-01')], ['2026-06-01', '2026-06-02']),
    ],
    ['of a day earlier is no signal', [report(words, '2025-11-30')], absent()],
    [
      'of the screening day, of which the first 200 letters are shown',
      [report(long, '2026-06-01')],
      raised(within('2026-06-01'), [read('2026-06-01', long.slice(0, 200))], ['2026-12-01', '2026-12-02']),
    ],
    [
      'of a month that may lie within six months',
      [report(words, '2025-12')],
      raised(within('2025-12'), [read('2025-12')], ['2026-07-01', '2026-07-02']),
    ],
    ['of tomorrow does not count yet', [report(words, '2026-06-02')], absent({ days: ['2026-06-02', adult] })],
    [
      'that is not final yet',
      [report(words, '2026-05-01', { status: 'preliminary' })],
      raised(
        within('2026-05-01'),
        [{ ...read('2026-05-01'), label: say('history.preliminary-report') }],
        ['2026-11-01', '2026-11-02'],
      ),
    ],
    ['without words is no signal', [report(words, '2026-05-01', { conclusion: undefined })], absent()],
    [
      'without a date may be of these months',
      [report(words, '2026-05-01', { effectiveDateTime: undefined })],
      raised(say('nephritis.biopsy-undated', { months: 6 }), [
        { reference: 'DiagnosticReport/r1', label: say('heart.report'), value: words },
      ]),
    ],
  ]);
});

describe('a report of which letters were lost', () => {
  const words = 'Kidney biopsy: class \uFFFD';
  const lost = (date: string, ...days: readonly string[]): Whole =>
    expected('unknown', say('history.illegible', { date }), {
      evidence: [{ reference: 'DiagnosticReport/r1', label: say('heart.report'), value: words, date }],
      missing: [{ what: say('history.legible', { date }), orders: [] }],
      days: [...days, adult],
    });
  answers([
    ['of six months ago is asked for', [report(words, '2025-12-01')], lost('2025-12-01', '2026-06-01', '2026-06-02')],
    ['of a day earlier is not', [report(words, '2025-11-30')], absent()],
    [
      'of the screening day is asked for',
      [report(words, '2026-06-01')],
      lost('2026-06-01', '2026-12-01', '2026-12-02'),
    ],
  ]);
});

describe('without a signal the answer is open where one may be missing', () => {
  const since = (searches: 'observations' | 'diagnosticReports', iso: string): RecordOptions => ({
    retrieved: { [searches]: { state: 'partial', reason: 'cut off', completeSince: day(iso) } },
  });
  const open = (search: string): Whole => {
    const searches = [say(`history.search.${search}`)];
    return expected('unknown', say('history.incomplete', { what, searches }), {
      missing: [{ what: say('history.read-again', { searches }), orders: [] }],
      days: [adult],
    });
  };
  answers([
    ['among the reports of six months', [], open('diagnosticReports'), since('diagnosticReports', '2025-12-01')],
    ['and not among older ones', [], absent(), since('diagnosticReports', '2025-11-30')],
    ['among the results of as long', [], open('observations'), since('observations', '2025-12-01')],
    ['and not among older ones either', [], absent(), since('observations', '2025-11-30')],
    [
      'among those of a year where a fall is asked for so long',
      [],
      open('observations'),
      { ...since('observations', '2025-06-01'), fallMonths: 12 },
    ],
    ['and not among older ones then', [], absent(), { ...since('observations', '2025-05-31'), fallMonths: 12 }],
  ]);
});
