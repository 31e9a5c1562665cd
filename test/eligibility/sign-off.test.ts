import { describe, expect, it } from 'vitest';

import { all, criterion, type Criterion } from '../../src/eligibility/criterion.ts';
import { explainCriterion } from '../../src/eligibility/explain.ts';
import { evaluate } from '../../src/eligibility/evaluate.ts';
import { printProtocol } from '../../src/eligibility/print-protocol.ts';
import type { Protocol } from '../../src/eligibility/protocol.ts';
import { protocol } from '../../src/eligibility/declared.ts';
import { readingsOf, settingsNamedBy } from '../../src/eligibility/readings.ts';
import { signedHash } from '../../src/eligibility/sign-off.ts';
import type { Signature } from '../../src/eligibility/review.ts';
import { understand } from '../../src/eligibility/understand.ts';
import { finding } from '../../src/logic/finding.ts';
import { verbatim } from '../../src/logic/message.ts';
import { recordOf, screeningOn } from '../builders.ts';

type Settings = { readonly windowDays: number; readonly otherDays: number };

const settings: Settings = { windowDays: 30, otherDays: 7 };
const fever = criterion<Settings>({
  id: 'I1.fever',
  text: 'fever',
  source: 'a test',
  readAs: ['Counted for {windowDays} days.', 'After {windowDays} days it is over.'],
  examples: [
    ['met', '39 °C'],
    ['not-met', '37 °C'],
  ],
  assess: () => finding('met', verbatim('hot')),
});
const cough = criterion<Settings>({
  ...fever,
  id: 'I1.cough',
  text: 'cough',
  readAs: ['Counted for {otherDays} days.'],
});

function declared(parts: readonly Criterion<Settings>[], more: Partial<Protocol<Settings>> = {}): Protocol<Settings> {
  const note = { what: 'days', source: 'default' } as const;
  return protocol<Settings>({
    id: 'NCT0',
    version: '1',
    title: 'a trial',
    url: 'https://example.org/',
    ages: { from: 5 },
    inclusion: { I1: all(...parts) },
    exclusion: {},
    texts: { I1: 'fever and cough' },
    settings,
    defaults: settings,
    translations: { 'zh-CN': { title: '', texts: {}, criteria: {}, settings: {} } },
    settingNotes: { windowDays: note, otherDays: note },
    coverage: { 'I1.fever': ['computed', 'Nothing.'], 'I1.cough': ['computed', 'Nothing.'] },
    signatures: [],
    ...more,
  });
}

const signature = (of: Criterion<Settings>, more: Partial<Signature> = {}): Signature => ({
  criterion: of.id,
  reviewer: 'Dr. Example',
  date: '2026-05-01',
  hash: signedHash(of, settings),
  ...more,
});
const stateOf = (parts: readonly Criterion<Settings>[], more: Partial<Protocol<Settings>>) =>
  Object.fromEntries([...declared(parts, more).reviews].map(([id, { state }]) => [id, state]));

describe('a reading', () => {
  it('names its settings once each, and is printed with their values', () => {
    expect(settingsNamedBy(fever)).toEqual(['windowDays']);
    expect(readingsOf(fever, { windowDays: 14 })).toEqual(['Counted for 14 days.', 'After 14 days it is over.']);
  });
});

describe('a signature', () => {
  const signatures = [signature(fever), signature(cough)];

  it('makes a criterion reviewed; without one it is not yet reviewed', () => {
    expect(stateOf([fever, cough], { signatures: [signature(fever)] })).toEqual({
      'I1.fever': 'reviewed',
      'I1.cough': 'not-yet-reviewed',
    });
    expect(declared([fever, cough], { signatures: [signature(fever)] }).notYetReviewed).toEqual(['I1.cough']);
  });

  it.each<[string, Partial<Criterion<Settings>>]>([
    ['text', { text: 'high fever' }],
    ['reading', { readAs: [...fever.readAs, 'By mouth.'] }],
    ['verdict of an example', { examples: [['unknown', '39 °C'], ...fever.examples.slice(1)] }],
    ['situation of an example', { examples: [['met', '38 °C'], ...fever.examples.slice(1)] }],
    ['number of examples', { examples: fever.examples.slice(1) }],
  ])('falls when the %s changes, and only under that criterion', (_, change) => {
    expect(stateOf([{ ...fever, ...change }, cough], { signatures })).toEqual({
      'I1.fever': 'changed',
      'I1.cough': 'reviewed',
    });
  });

  it('falls when a setting that the reading names changes, and only there', () => {
    expect(stateOf([fever, cough], { signatures, settings: { ...settings, windowDays: 14 } })).toEqual({
      'I1.fever': 'changed',
      'I1.cough': 'reviewed',
    });
  });

  it('stands again when what was signed comes back, also beside a newer one that does not fit', () => {
    const both = [...signatures, signature(fever, { date: '2026-06-01', hash: 'of another text' })];
    expect(stateOf([fever, cough], { signatures: both })['I1.fever']).toBe('reviewed');
  });

  it('that no longer fits is named by the newest, in whatever order they were entered', () => {
    const older = signature(fever, { hash: 'of another text' });
    const newer = { ...older, reviewer: 'Dr. Newer', date: '2026-06-01' };
    for (const both of [
      [older, newer],
      [newer, older],
    ])
      expect(declared([fever], { signatures: both }).reviews.get(fever.id)).toEqual({
        state: 'changed',
        reviewer: 'Dr. Newer',
        date: '2026-06-01',
      });
  });

  it('says who and when, in the printed protocol and in a chart review', () => {
    const changed = { ...fever, text: 'high fever' };
    const signed = declared([changed, cough], { signatures });
    const printed = printProtocol(signed);
    expect(printed).toContain(
      `changed since it was reviewed by Dr. Example on 2026-05-01: not yet reviewed (\`${signedHash(changed, settings)}\`)`,
    );
    expect(printed).toContain('reviewed by Dr. Example on 2026-05-01 (');
    expect(printed).toContain('2 single criteria, 1 of them reviewed');
    expect(printProtocol(declared([fever]))).toContain(`- not yet reviewed (\`${signedHash(fever, settings)}\`)`);
    const outcome = evaluate(all(changed, cough), understand(recordOf([]), screeningOn('2026-06-01')), settings);
    const explained = explainCriterion('I1', outcome, signed, 'en').join('\n');
    expect(explained).toContain('read as: Counted for 30 days.');
    expect(explained).toContain('changed since it was reviewed by Dr. Example on 2026-05-01: not yet reviewed');
    expect(explained).toMatch(/Counted for 7 days\.\n +reviewed by Dr\. Example on 2026-05-01/);
  });
});

describe('the digest of a protocol', () => {
  const base = declared([fever, cough]);

  it('is the same for the same protocol, whatever its signatures and translations', () => {
    expect(declared([fever, cough], { signatures: [signature(fever)], title: 'another' }).digest).toBe(base.digest);
    expect(base.digest).toMatch(/^[0-9a-f]{16}$/);
  });

  it.each<[string, readonly Criterion<Settings>[], Partial<Protocol<Settings>>]>([
    ['id', [fever, cough], { id: 'NCT1' }],
    ['version', [fever, cough], { version: '2' }],
    ['text of a whole criterion', [fever, cough], { texts: { I1: 'fever or cough' } }],
    ['setting', [fever, cough], { settings: { ...settings, windowDays: 14 } }],
    ['text', [{ ...fever, text: 'high fever' }, cough], {}],
    ['reading', [{ ...fever, readAs: [] }, cough], {}],
    ['examples', [{ ...fever, examples: [] }, cough], {}],
    ['parts', [fever], {}],
  ])('changes with its %s', (_, parts, more) => {
    expect(declared(parts, more).digest).not.toBe(base.digest);
  });
});

describe('the printed protocol of a site that changed a setting', () => {
  const printed = printProtocol(declared([fever, cough], { settings: { ...settings, windowDays: 14 } }));

  it('holds its number in the reading and in the table, beside the default', () => {
    expect(printed).toContain('read as: Counted for 14 days.');
    expect(printed).not.toContain('30 days');
    expect(printed).toContain('| windowDays | 14 | 30 | default | days |');
  });

  it('says for which value the examples hold, only where that setting is named', () => {
    expect(printed.match(/the examples hold for/g)).toHaveLength(1);
    expect(printed).toContain('the examples hold for windowDays = 30; here 14');
  });

  it('leaves out settings that no reading names', () => {
    expect(printProtocol(declared([cough]))).not.toContain('windowDays');
  });
});
