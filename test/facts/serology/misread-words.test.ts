// Which words of a laboratory were taken for the contrary of what they say?

import { expect, it } from 'vitest';
import { cytomegalovirus } from '../../../src/protocols/nct06222853-5to18/e8-cytomegalovirus.ts';
import { humanImmunodeficiencyVirus } from '../../../src/protocols/nct06222853-5to18/e8-hiv.ts';
import { syphilis } from '../../../src/protocols/nct06222853-5to18/e8-syphilis.ts';
import { ask } from '../../ask.ts';
import { said } from './results.ts';

it.each(['nichtreaktiv', 'nicht-reaktiv', 'nicht reaktiv'])('“%s” was a positive test of syphilis', (words) => {
  expect(ask(syphilis, [said('syphilis-treponemal', words)]).verdict).toBe('not-met');
});

it.each(['neg?', 'Negative?', '阴性？', 'negativ (?)'])('“%s” was a negative test of HIV, without a doubt', (words) => {
  expect(ask(humanImmunodeficiencyVirus, [said('HIV-Ab', words)]).verdict).toBe('needs-investigator');
});

it.each(['pos?', 'Positive ?'])('“%s” was a positive test of syphilis, without a doubt', (words) => {
  expect(ask(syphilis, [said('syphilis-treponemal', words)]).verdict).toBe('needs-investigator');
});

it.each(['Previously negative', '既往阴性'])('“%s” was a negative result of the day', (words) => {
  expect(ask(humanImmunodeficiencyVirus, [said('HIV-Ab', words)]).verdict).toBe('unknown');
});

it('“Previously positive” was a positive result of the day', () => {
  expect(ask(cytomegalovirus, [said('CMV-DNA', 'Previously positive')]).verdict).toBe('needs-investigator');
});

it.each(['nachweisbar unter Bestimmungsgrenze', 'nachgewiesen, < Bestimmungsgrenze', 'positiv, <500 IU/ml'])(
  '“%s” was not detected, or a quantity, and is too little to be quantified',
  (words) => {
    expect(ask(cytomegalovirus, [said('CMV-DNA', words)]).verdict).toBe('needs-investigator');
  },
);

it.each(['nicht nachweisbar', 'nicht nachweisbar (< Bestimmungsgrenze)'])('“%s” is not detected', (words) => {
  expect(ask(cytomegalovirus, [said('CMV-DNA', words)]).verdict).toBe('not-met');
});

it.each(['IND', 'WR', 'E'])('a “negative” that the laboratory flags as %s was negative', (code) => {
  const flagged = said('HIV-Ab', 'Negative', undefined, { interpretation: [{ coding: [{ code }] }] });
  expect(ask(humanImmunodeficiencyVirus, [flagged]).verdict).toBe('needs-investigator');
});
