import { describe, expect, test } from 'vitest';
import { identifyDrug, type DrugIdentity } from '../../src/terminology/drugs.ts';
import { readRoute, systemicReach } from '../../src/terminology/routes.ts';

const snomed = 'http://snomed.info/sct';
const hl7 = 'http://terminology.hl7.org/CodeSystem/v3-RouteOfAdministration';
const edqm = 'http://standardterms.edqm.eu';

describe('a stated route', () => {
  test.each([
    [snomed, '26643006', 'oral'],
    [snomed, '127492001', 'oral'],
    [snomed, '47625008', 'intravenous'],
    [snomed, '78421000', 'intramuscular'],
    [snomed, '34206005', 'subcutaneous'],
    [snomed, '6064005', 'topical'],
    [snomed, '54485002', 'ophthalmic'],
    [snomed, '12130007', 'intra-articular'],
    [snomed, '46713006', 'nasal'],
    [snomed, '37161004', 'rectal'],
    [snomed, '72607000', 'intrathecal'],
    [snomed, '447694001', 'inhaled'],
    [hl7, 'PO', 'oral'],
    [hl7, 'IVP', 'intravenous'],
    [hl7, 'SQ', 'subcutaneous'],
    [hl7, 'IPINHL', 'inhaled'],
    [edqm, '20053000', 'oral'],
    [edqm, '20066000', 'subcutaneous'],
    ['http://ncimeta.nci.nih.gov', 'C38288', 'oral'],
    ['urn:oid:2.16.840.1.113883.3.26.1.1', 'C38276', 'intravenous'],
    ['http://ncimeta.nci.nih.gov', 'C38304', 'topical'],
  ])('%s %s is %s', (system, code, route) => {
    expect(readRoute({ codings: [{ system, code }] })).toBe(route);
  });

  test.each([
    ['by mouth', 'oral'],
    ['p.o.', 'oral'],
    ['PO', 'oral'],
    ['口服', 'oral'],
    ['鼻饲', 'oral'],
    ['静脉滴注', 'intravenous'],
    ['静推', 'intravenous'],
    ['IV push', 'intravenous'],
    ['i.m.', 'intramuscular'],
    ['肌注', 'intramuscular'],
    ['皮下注射', 'subcutaneous'],
    ['外用/滴用', 'topical'],
    ['雾化吸入', 'inhaled'],
    ['Oral inhalation', 'inhaled'],
    ['滴眼', 'ophthalmic'],
    ['关节腔内注射', 'intra-articular'],
    ['Buccal', 'dental'],
    ['注射', 'injection'],
  ])('%s is %s', (text, route) => {
    expect(readRoute({ codings: [], text })).toBe(route);
  });

  test('an unknown code is read by its words, and nothing is read from nonsense', () => {
    expect(readRoute({ codings: [{ system: 'http://hospital.example/route', code: '17', display: '口服' }] })).toBe(
      'oral',
    );
    expect(readRoute({ codings: [{ system: 'http://hospital.example/route', code: '17' }] })).toBeUndefined();
  });
});

function drug(name: string): DrugIdentity {
  const identified = identifyDrug([{ codings: [], text: name }]);
  if (identified.state !== 'known') throw new Error(name);
  return identified.drug;
}

describe('reach', () => {
  test.each([
    ['oral', 'prednisone', 'systemic'],
    ['intramuscular', 'dexamethasone', 'systemic'],
    ['injection', 'dexamethasone injection', 'unclear'],
    ['injection', '注射用环磷酰胺', 'systemic'],
    ['subcutaneous', 'methotrexate', 'systemic'],
    ['intrathecal', 'methotrexate', 'local'],
    ['intra-articular', 'triamcinolone injection', 'local'],
    ['topical', '他克莫司软膏', 'local'],
    ['oral', '他克莫司软膏', 'unclear'],
    ['topical', '他克莫司胶囊', 'unclear'],
    [undefined, 'hydroxychloroquine', 'systemic'],
    [undefined, 'cyclophosphamide', 'systemic'],
    [undefined, 'prednisone', 'systemic'],
    [undefined, 'dexamethasone', 'unclear'],
    [undefined, 'tacrolimus', 'unclear'],
  ] as const)('%s %s is %s', (route, name, reach) => {
    const identity = drug(name);
    expect(systemicReach(route ?? identity.route, identity)).toBe(reach);
  });
});
