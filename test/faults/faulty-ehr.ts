// A FHIR server that holds one record and answers one resource type badly: base URL "/<fault>/<type>".

import type { Resource } from '../../src/fhir/record.ts';
import { searches } from '../../src/fhir/searches.ts';
import { sendJson, startServer, type AnsweringServer } from '../access/answering-server.ts';
import { bundleOf, matchesOf } from '../cds-hooks/ehr.ts';
import { faults } from './faults.ts';

export type FaultyEhr = {
  readonly base: (fault: string, type: string) => URL;
  readonly close: () => Promise<void>;
};

const capabilities = {
  resourceType: 'CapabilityStatement',
  kind: 'instance',
  fhirVersion: '4.0.1',
  rest: [{ mode: 'server', resource: searches.map(({ type }) => ({ type })) }],
};

const pageSize = 20;

/**
 * @param foreign address of a server that must never be asked.
 * Type "*" stands for all of them. Every type is in the CapabilityStatement: refusals are refusals of the query.
 */
export async function startFaultyEhr(resources: readonly Resource[], foreign: string): Promise<FaultyEhr> {
  const names = [...faults.keys()];
  const server: AnsweringServer = await startServer((request, response) => {
    const url = new URL(request.url ?? '', server.origin);
    const [, fault = '', target = '', type = '', id] = url.pathname.split('/');
    if (type === 'metadata') {
      sendJson(response, capabilities);
      return;
    }
    if (target === type || target === '*') {
      faults.get(names[Number(fault)] ?? '')?.(request, response, foreign);
      return;
    }
    if (id !== undefined) {
      const found = resources.find((each) => each.resourceType === type && each['id'] === id);
      sendJson(response, found ?? { resourceType: 'OperationOutcome' }, found === undefined ? 404 : 200);
      return;
    }
    const matches = matchesOf(resources, type);
    const offset = Number(url.searchParams.get('_offset') ?? 0);
    url.searchParams.set('_offset', String(offset + pageSize));
    const link = offset + pageSize < matches.length ? [{ relation: 'next', url: url.href }] : [];
    sendJson(response, bundleOf(matches.slice(offset, offset + pageSize), { total: matches.length, link }));
  });
  return {
    base: (fault, type) => new URL(`${server.origin}/${String(names.indexOf(fault))}/${type}`),
    close: server.close,
  };
}
