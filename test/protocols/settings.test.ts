import { describe, expect, it } from 'vitest';

import { allCriteria } from '../../src/eligibility/digest.ts';
import { settingsNamedBy } from '../../src/eligibility/readings.ts';
import { understand } from '../../src/eligibility/understand.ts';
import { indexRecord } from '../../src/fhir/index-record.ts';
import { protocols } from '../../src/protocols/index.ts';
import { defaults } from '../../src/protocols/nct06222853-5to18/settings.ts';
import { screeningOn, shanghai } from '../builders.ts';
import { stories } from '../stories.ts';

const settingNames = Object.keys(defaults).sort();

describe('the settings', () => {
  it('are each named by a reading, and every name in a reading is a setting', () => {
    const named = new Set(protocols.flatMap((protocol) => allCriteria(protocol).flatMap(settingsNamedBy)));
    expect([...named].sort()).toEqual(settingNames);
  });

  it('have a description', () => {
    for (const protocol of protocols) {
      expect(Object.keys(protocol.settingNotes).sort()).toEqual(settingNames);
      expect(Object.values(protocol.settingNotes).filter(({ what }) => what === '' || what.includes('|'))).toEqual([]);
    }
  });

  it.each(protocols)('that a criterion of version $version uses are named by its reading', (protocol) => {
    const patients = stories.map(({ asOf, record }) => understand(indexRecord(record, shanghai), screeningOn(asOf)));
    for (const criterion of allCriteria(protocol)) {
      const used = new Set<string>();
      const watched = new Proxy(protocol.settings, {
        get(settings, name) {
          used.add(String(name));
          return Reflect.get(settings, name) as unknown;
        },
      });
      for (const patient of patients) criterion.assess(patient, patient.screening, watched);
      const unnamed = [...used].filter((name) => !settingsNamedBy(criterion).includes(name));
      expect({ id: criterion.id, unnamed }).toEqual({ id: criterion.id, unnamed: [] });
    }
  });
});
