import { describe, expect, it } from 'vitest';
import { readFeedbackEntry } from '../../src/cds-hooks/feedback-entry.ts';

const card = '9368d37b-283f-44a0-93ea-547cebab93ed';
const system = 'urn:lupus-trial-cds:override-reason';
const declined = { system, code: 'declined', display: 'Patient or family declined' };
const overridden = { card, outcome: 'overridden', outcomeTimestamp: '2026-06-01T10:20:00Z' };
const nothing = { system: '', code: '', text: '' };
const read = {
  card,
  outcome: 'overridden',
  at: '2026-06-01T10:20:00.000Z',
  suggestions: [],
  reason: nothing,
  comment: '',
};
const ours = { system, code: 'declined', text: 'Patient or family declined' };

describe('an entry of feedback', () => {
  it.each<[string, object, object]>([
    ['as the specification has it', { overrideReason: { reason: declined } }, { reason: ours }],
    [
      'with a comment',
      { overrideReason: { reason: declined, userComment: '家属拒绝' } },
      { reason: ours, comment: '家属拒绝' },
    ],
    ['with a comment only', { overrideReason: { userComment: 'busy' } }, { comment: 'busy' }],
    ['without any reason', {}, {}],
    ['with a reason that is null', { overrideReason: null }, {}],
    [
      'with a reason without display',
      { overrideReason: { reason: { system, code: 'declined' } } },
      { reason: { ...ours, text: '' } },
    ],
    [
      'with a reason without system',
      { overrideReason: { reason: { code: 'declined' } } },
      { reason: { ...nothing, code: 'declined' } },
    ],
    [
      'with the plural as an object',
      { overrideReasons: { reason: declined, userComment: 'x' } },
      { reason: ours, comment: 'x' },
    ],
    [
      'with the plural as a list',
      { overrideReasons: [{ reason: declined, userComment: 'x' }] },
      { reason: ours, comment: 'x' },
    ],
    ['with the plural as a list of codes', { overrideReasons: [declined] }, { reason: ours }],
    ['with the code in place of the reason', { overrideReason: declined }, { reason: ours }],
    [
      'with an extension in place of the reason',
      { overrideReason: { extension: { 'com.example.reason': declined } } },
      { reason: ours },
    ],
    [
      'with FHIR extensions',
      { overrideReason: { extension: [{ url: 'https://e.org/r', valueCoding: declined }] } },
      { reason: ours },
    ],
    [
      'with an extension that holds a bare code',
      { overrideReason: { extension: [{ url: 'declined', valueCode: 'not-suitable' }] } },
      { reason: { ...nothing, code: 'not-suitable' } },
    ],
    [
      'with a CodeableConcept',
      { overrideReason: { reason: { coding: [declined], text: 'no' } } },
      { reason: ours, comment: 'no' },
    ],
    [
      'with a bare word that is a code',
      { overrideReason: { reason: 'already-referred' } },
      { reason: { ...nothing, code: 'already-referred' } },
    ],
    [
      'with bare words that are none: somebody typed them',
      { overrideReason: { reason: 'mother declined' } },
      { comment: 'mother declined' },
    ],
    [
      'with a name in place of a code: somebody typed it',
      { overrideReason: { reason: { code: 'Ana Ruiz', display: 'said no' } } },
      { comment: 'Ana Ruiz said no' },
    ],
    [
      'with several reasons: the one that asks for silence counts',
      { overrideReasons: [{ reason: { system, code: 'later' } }, { reason: declined }] },
      { reason: ours },
    ],
    [
      'with a foreign reason',
      { overrideReason: { reason: { system: 'urn:ehr', code: 101, display: 'Off topic' } } },
      { reason: { system: 'urn:ehr', code: '101', text: 'Off topic' } },
    ],
    ['with capitals in the outcome', { outcome: 'Overridden' }, {}],
    ['with the id in another spelling', { card: `urn:uuid:{${card.toUpperCase()}}` }, {}],
    ['with fields nobody knows', { extension: { a: 1 }, hookInstance: 'x' }, {}],
    [
      'accepted, with suggestions',
      { outcome: 'accepted', acceptedSuggestions: [{ id: 'S-1' }, { id: '' }, {}, null, 's-2'] },
      { outcome: 'accepted', suggestions: ['s-1', 's-2'] },
    ],
    [
      'accepted, with one suggestion alone',
      { outcome: 'accepted', acceptedSuggestions: { id: 's-1' } },
      { outcome: 'accepted', suggestions: ['s-1'] },
    ],
    ['accepted, without suggestions', { outcome: 'accepted' }, { outcome: 'accepted' }],
    [
      'accepted, with a reason all the same',
      { outcome: 'accepted', overrideReason: { reason: declined } },
      { outcome: 'accepted' },
    ],
  ])('is read %s', (_how, sent, wanted) => {
    expect(readFeedbackEntry({ ...overridden, ...sent })).toEqual({ ...read, ...wanted });
  });

  it.each<[string, unknown, string]>([
    ['in another zone', '2026-06-01T18:20:00+08:00', '2026-06-01T10:20:00.000Z'],
    ['in another zone, short', '2026-06-01T18:20:00+0800', '2026-06-01T10:20:00.000Z'],
    ['without a zone', '2026-06-01T10:20:00', '2026-06-01T10:20:00.000Z'],
    ['with a blank', '2026-06-01 10:20:00.5', '2026-06-01T10:20:00.500Z'],
    ['as a day', '2026-06-01', '2026-06-01T00:00:00.000Z'],
    ['in milliseconds', 1_780_309_200_000, '2026-06-01T10:20:00.000Z'],
    ['in seconds', 1_780_309_200, '2026-06-01T10:20:00.000Z'],
    ['that is none', 'yesterday', ''],
    ['that is left out', undefined, ''],
    ['that is an object', { at: 1 }, ''],
  ])('reads a time %s', (_how, outcomeTimestamp, at) => {
    expect(readFeedbackEntry({ ...overridden, outcomeTimestamp })?.at).toBe(at);
  });

  it.each<[string, unknown]>([
    ['no card', { outcome: 'accepted' }],
    ['a card that is no id', { ...overridden, card: '../../etc' }],
    ['a card that is a number', { ...overridden, card: 7 }],
    ['no outcome', { card }],
    ['an outcome nobody knows', { card, outcome: 'ignored' }],
    ['nothing', null],
    ['text', 'overridden'],
  ])('with %s cannot be used', (_what, sent) => {
    expect(readFeedbackEntry(sent)).toBeUndefined();
  });

  it('keeps at most 2 kB of a comment, never half a character, and nothing a data base refuses', () => {
    const comment = (userComment: string) =>
      readFeedbackEntry({ ...overridden, overrideReason: { userComment } })?.comment ?? '';
    expect(comment('狼疮'.repeat(2_000))).toBe('狼疮'.repeat(341));
    expect(comment('a\u0000b\nc')).toBe('a b c');
    expect(comment('\ud800x')).toBe('\ufffdx');
  });

  it('is read quickly however deep or wide the reason is', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(60)}1${'}'.repeat(60)}`) as unknown;
    expect(readFeedbackEntry({ ...overridden, overrideReason: deep })).toEqual(read);
  });
});
