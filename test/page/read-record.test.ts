// What the evidence page reads in the browser, with the same rules of completeness as the service.

import { describe, expect, it } from 'vitest';
import { statedAbout } from '../../src/assessment/stated.ts';
import { readConfig } from '../../src/config/config.ts';
import { readRecord } from '../../src/page/record/read-record.ts';
import { bundleOf, chart, startEhr } from '../cds-hooks/ehr.ts';

it('the page takes an answer with 206 for no whole one, as the service does', async () => {
  const ehr = await startEhr(chart, {
    fault: (path, _request, response) => {
      if (path !== 'Procedure') return false;
      response.writeHead(206, { 'content-type': 'application/fhir+json' }).end(JSON.stringify(bundleOf([])));
      return true;
    },
  });
  const { unread } = await readRecord({ base: new URL(ehr.base), patientId: 'p' }, () => {});
  await ehr.close();
  expect(unread).toEqual([{ search: 'procedures', state: 'unavailable', reason: 'not-final' }]);
});

it('the page tells the service of a search that brought data of another patient, and of no other', async () => {
  const ofSomebodyElse = { resourceType: 'Procedure', id: 'x', subject: { reference: 'Patient/somebody-else' } };
  const ehr = await startEhr(chart, {
    fault: (path, _request, response) => {
      if (path !== 'Procedure') return false;
      response
        .writeHead(200, { 'content-type': 'application/fhir+json' })
        .end(JSON.stringify(bundleOf([ofSomebodyElse])));
      return true;
    },
  });
  const { unread } = await readRecord({ base: new URL(ehr.base), patientId: 'p' }, () => {});
  await ehr.close();
  expect(unread).toEqual([{ search: 'procedures', state: 'unavailable', reason: 'other-patient' }]);
});

describe('what the site has stated about the server', () => {
  const epic = 'urn:oid:1.2.840.114350.1.13.0.1.7.2.657369|4119';
  const [system, code] = epic.split('|');
  const standing = {
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'warning', code: 'suppressed', details: { coding: [{ system, code }] } }],
  };
  const clientsWith = (...clients: readonly object[]) =>
    readConfig(
      {},
      {
        publicUrl: 'https://cds.example.org',
        pseudonymKey: 'k'.repeat(32),
        clients: Object.fromEntries(
          clients.map((client, index) => [
            `https://ehr${String(index)}.example.org`,
            { keys: { jku: 'https://ehr.example.org/keys' }, ...client },
          ]),
        ),
      },
    ).clients;

  it('was passed over by the page: a standing warning made every search partial there, and none for the hook', async () => {
    const ehr = await startEhr(chart, {
      fault: (path, _request, response) => {
        if (path !== 'Procedure') return false;
        response
          .writeHead(200, { 'content-type': 'application/fhir+json' })
          .end(JSON.stringify({ ...bundleOf([standing]), total: 0 }));
        return true;
      },
    });
    const server = { base: new URL(ehr.base), patientId: 'p' };
    const clients = clientsWith({ fhirServers: [{ base: ehr.base }], harmlessWarnings: [epic] });
    const stated = await readRecord(server, () => {}, statedAbout(ehr.base, clients));
    const unstated = await readRecord(server, () => {}, statedAbout('https://other.example.org/fhir', clients));
    await ehr.close();
    expect(stated.unread).toEqual([]);
    expect(unstated.unread).toEqual([{ search: 'procedures', state: 'unavailable', reason: 'suppressed' }]);
  });

  it('is what all clients of that server state, and nothing about a server that none of them names', () => {
    const base = 'https://fhir.example.org/r4';
    const first = { fhirServers: [{ base, everyObservationHasCategory: true }], harmlessWarnings: [epic, 'urn:x|1'] };
    const second = { fhirServers: [{ base: `${base}/` }], harmlessWarnings: ['urn:x|1'] };
    expect(statedAbout(`${base}/tenant`, clientsWith(first, {}))).toMatchObject({
      harmlessWarnings: [epic, 'urn:x|1'],
      everyObservationHasCategory: true,
    });
    expect(statedAbout(base, clientsWith(first, second))).toEqual({
      base,
      harmlessWarnings: ['urn:x|1'],
      everyObservationHasCategory: false,
    });
    const nothing = { harmlessWarnings: [], everyObservationHasCategory: false };
    expect(statedAbout('https://fhir.example.org/r40', clientsWith(first))).toMatchObject(nothing);
    expect(statedAbout('http://[::1/fhir', clientsWith(first))).toMatchObject(nothing);
  });
});
