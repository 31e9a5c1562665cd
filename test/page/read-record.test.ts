// What the evidence page reads in the browser, with the same rules of completeness as the service.

import { expect, it } from 'vitest';
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
