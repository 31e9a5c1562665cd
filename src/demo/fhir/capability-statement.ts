// What does the demo FHIR server say it can do?

import type { Resource } from '../../fhir/record.ts';
import { searchParameters } from './search-parameters.ts';

/** The CapabilityStatement, from the same table the searches use. */
export const capabilityStatement = (base: string, date: string): Resource => ({
  resourceType: 'CapabilityStatement',
  status: 'active',
  date,
  kind: 'instance',
  software: { name: 'Demo hospital' },
  implementation: { description: 'Synthetic patients in memory; forgotten when the program ends', url: base },
  fhirVersion: '4.0.1',
  format: ['application/fhir+json', 'application/json'],
  rest: [
    {
      mode: 'server',
      resource: [...searchParameters].map(([type, parameters]) => ({
        type,
        interaction: ['read', 'search-type', 'create', 'update', 'delete'].map((code) => ({ code })),
        versioning: 'no-version',
        updateCreate: true,
        searchParam: [...parameters].map(([name, parameter]) => ({ name, type: parameter.type })),
      })),
      interaction: [{ code: 'transaction' }, { code: 'batch' }],
    },
  ],
});
