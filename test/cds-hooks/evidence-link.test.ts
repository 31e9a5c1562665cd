// Where does a card lead for its evidence, and whom does the address name?

import { describe, expect, it } from 'vitest';
import { evidenceLink } from '../../src/cds-hooks/evidence-link.ts';
import { demoConfig, readConfig } from '../../src/config/config.ts';
import { cardsFor } from '../../src/cards/cards-for.ts';
import { cardSchema } from '../../src/cards/card.ts';
import { assessmentOf, contextWith, criteriaWith } from '../cards/assessments.ts';

const production = (fhirBases: readonly string[]) =>
  readConfig(
    {},
    {
      publicUrl: 'https://cds.example.org',
      clients: { '*': { unauthenticated: true } },
      evidencePage: { clientId: 'lupus-evidence', fhirBases },
    },
  );

const bases = ['https://fhir.example.org/r4'];
const plain = { launchesPage: false };

describe('the link to the evidence page', () => {
  it('is left out where the site has not set the page up', () => {
    expect(evidenceLink(production([]), 'T@1')(plain, bases[0], 'p1', 'zh-CN')).toBeUndefined();
  });

  it('names no patient in production', () => {
    const link = evidenceLink(production(bases), 'T@1')(plain, bases[0], 'p1', 'zh-CN');
    expect(link).toEqual({ type: 'absolute', url: 'https://cds.example.org/evidence/' });
  });

  it('is a SMART launch that hands on the protocol, for a client that is set up for it', () => {
    const link = evidenceLink(production(bases), 'T@1')({ launchesPage: true }, bases[0], 'p1', 'zh-CN');
    expect(link).toEqual({
      type: 'smart',
      url: 'https://cds.example.org/evidence/launch.html',
      appContext: 'T@1',
    });
  });

  it.each(['http://127.0.0.1:8080/fhir', 'http://localhost:8080/fhir/'])(
    'names the patient of the demo hospital after the hash: %s',
    (server) => {
      const link = evidenceLink(demoConfig(8080), 'T@1')(plain, server, 'p1', 'zh-CN');
      expect(link).toEqual({ type: 'absolute', url: 'http://127.0.0.1:8080/evidence/#patient=p1&lang=zh-CN' });
    },
  );

  it.each([
    undefined,
    'http://127.0.0.1:8081/fhir',
    'http://127.0.0.1:8080/other',
    'https://fhir.example.org/fhir',
    'x',
  ])('leads from another server to nobody of the same id in the demo: %s', (server) => {
    expect(evidenceLink(demoConfig(8080), 'T@1')(plain, server, 'p1', 'zh-CN')).toBeUndefined();
  });

  it.each([
    { type: 'absolute', url: 'https://cds.example.org/evidence/' } as const,
    { type: 'smart', url: 'https://cds.example.org/evidence/launch.html', appContext: 'T@1' } as const,
  ])('stands first on the card: $type', (evidence) => {
    const [card] = cardsFor(assessmentOf(criteriaWith()), contextWith({ evidence }));
    const [first, second] = cardSchema.parse(card).links ?? [];
    expect(first).toMatchObject(evidence);
    expect(second?.type).toBe('absolute');
  });
});
