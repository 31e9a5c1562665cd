// When is a nephrotic syndrome that nobody calls primary taken for what lupus nephritis does?

import { describe, expect, it } from 'vitest';
import { isNephroticOfNoCause, mayMeanNephritis, nephritisBehind } from '../../../src/facts/other-disease/nephrotic.ts';
import { sightedDiagnoses } from '../../../src/facts/sightings.ts';
import { readConcept } from '../../../src/fhir/concept-reader.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { recordOf, screeningOn } from '../../builders.ts';
import { concept, condition, verified } from '../history-entries.ts';

const today = screeningOn('2026-06-01');
const read = (written: Json) => {
  const found = readConcept(written);
  if (found === undefined) throw new Error('it names nothing');
  return found;
};

it.each<[string, Json, boolean]>([
  ['by its name', concept('Nephrotic syndrome'), true],
  ['by the code of one of no named cause', concept('who N04.9 肾病综合征'), true],
  ['not by the code of a minimal change', concept('who N04.0 肾病综合征'), false],
  ['not where it is called primary', concept('原发性肾病综合征'), false],
  ['not where one of two names calls it so', { ...concept('who N04.9 原发性肾病综合征'), text: '肾病综合征' }, false],
  ['not another disease of the kidney', concept('IgA nephropathy'), false],
])('a nephrotic syndrome of no named cause is one %s', (_, written, is) => {
  expect(isNephroticOfNoCause(read(written))).toBe(is);
});

const nephritis = (more: Json): Json => condition('cm M32.14 Lupus nephritis', more);
const began = (onsetDateTime: string): Json => ({ onsetDateTime });

it('one of two reasons of a drug is enough, and lupus nephritis must be on record', () => {
  const reasons = ['Asthma', '肾病综合征'].map((each) => read(concept(each)));
  expect(mayMeanNephritis(recordOf([nephritis({})]), reasons, today)).toBe(true);
  expect(mayMeanNephritis(recordOf([]), reasons, today)).toBe(false);
});

describe('lupus nephritis is behind a nephrotic syndrome', () => {
  const lupus = condition('cm M32.9 SLE', began('2022-01-10'));
  const behind = (syndrome: Json, ...others: readonly Json[]) => {
    const record = recordOf([condition('肾病综合征', syndrome), ...others]);
    const [found] = sightedDiagnoses(record, today, ['other-glucocorticoid-disease']);
    return found === undefined ? 'no syndrome' : nephritisBehind(record, found, today);
  };
  it.each<[string, Json, readonly Json[], string | undefined]>([
    ['that began with it', began('2023-03-10'), [nephritis(began('2023-03-10'))], 'Lupus nephritis'],
    ['not one that began before', began('2023-03-09'), [nephritis(began('2023-03-10'))], undefined],
    ['that began after lupus did', began('2022-06-01'), [nephritis(began('2023-03-10')), lupus], 'Lupus nephritis'],
    ['since it was recorded', began('2023-03-10'), [nephritis({ recordedDate: '2023-03-10' })], 'Lupus nephritis'],
    ['not where nobody says since when there is lupus', began('2023-03-10'), [nephritis({})], undefined],
    ['not one of no day', {}, [nephritis(began('2023-03-10'))], undefined],
    [
      'not where it is not confirmed',
      began('2023-04-01'),
      [nephritis({ ...began('2023-03-10'), ...verified('provisional') })],
      undefined,
    ],
  ])('%s', (_, syndrome, others, name) => {
    expect(behind(syndrome, ...others)).toBe(name);
  });
});
