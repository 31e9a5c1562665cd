import { describe, expect, it } from 'vitest';

import type { Concept } from '../../src/terminology/concept.ts';
import { vaccineKind, vaccineRoute } from '../../src/terminology/vaccines.ts';

const systems = {
  cvx: 'http://hl7.org/fhir/sid/cvx',
  atc: 'http://www.whocc.no/atc',
  sct: 'http://snomed.info/sct',
  icd11: 'http://id.who.int/icd/release/11/mms',
  nhsa: 'urn:x-cn:nhsa-drug-classification',
} as const;

const coded = (system: keyof typeof systems, code: string, display?: string): Concept => ({
  codings: [{ system: systems[system], code, ...(display !== undefined && { display }) }],
});
const named = (text: string): Concept => ({ codings: [], text });

describe('a vaccine is live or not by its code', () => {
  it.each([
    ['cvx', '03', 'live'],
    ['cvx', '3', 'live'],
    ['cvx', '94', 'live'],
    ['cvx', '21', 'live'],
    ['cvx', '149', 'live'],
    ['cvx', '19', 'live'],
    ['cvx', '169', 'live'],
    ['cvx', '317', 'live'],
    ['cvx', '150', 'not-live'],
    ['cvx', '10', 'not-live'],
    ['cvx', '187', 'not-live'],
    ['cvx', '36', 'not-live'],
    ['cvx', '208', 'not-live'],
    ['cvx', '318', 'not-live'],
    ['cvx', '134', 'not-live'],
    ['cvx', '129', 'unclear'],
    ['cvx', '188', 'unclear'],
    ['cvx', '999', 'unclear'],
    ['cvx', '77777', 'unclear'],
    ['atc', 'J07BD52', 'live'],
    ['atc', 'J07BD', 'live'],
    ['atc', 'J07BB03', 'live'],
    ['atc', 'J07BB02', 'not-live'],
    ['atc', 'J07BF03', 'not-live'],
    ['atc', 'J07BF04', 'live'],
    ['atc', 'J07BK01', 'live'],
    ['atc', 'J07BK03', 'not-live'],
    ['atc', 'J07BA03', 'live'],
    ['atc', 'J07BA', 'unclear'],
    ['atc', 'J07AN01', 'live'],
    ['atc', 'J07BN01', 'not-live'],
    ['sct', '871831003', 'live'],
    ['sct', '2221000221107', 'live'],
    ['sct', '871740006', 'not-live'],
    ['sct', '836495005', 'unclear'],
    ['icd11', 'XM0NS8', 'live'],
    ['icd11', 'XM8MP2', 'not-live'],
    ['nhsa', 'XJ07BDM012B0', 'live'],
  ] as const)('%s %s is %s', (system, code, kind) => {
    expect(vaccineKind(coded(system, code))).toBe(kind);
  });
});

describe('a vaccine is live or not by its name', () => {
  it.each([
    ['chickenpox vaccine', 'live'],
    ['Oral typhoid vaccine', 'live'],
    ['感雾', 'live'],
    ['脊灰疫苗(口服)', 'live'],
    ['非活疫苗', 'not-live'],
    ['Fluzone quadrivalent', 'not-live'],
    ['五联疫苗', 'not-live'],
    ['麻腮风联合减毒活疫苗', 'live'],
    ['麻腮风', 'live'],
    ['麻风疫苗', 'live'],
    ['水痘疫苗', 'live'],
    ['乙型脑炎减毒活疫苗', 'live'],
    ['乙脑灭活疫苗', 'not-live'],
    ['乙脑疫苗', 'unclear'],
    ['甲型肝炎减毒活疫苗', 'live'],
    ['甲肝灭活疫苗', 'not-live'],
    ['甲肝疫苗', 'unclear'],
    ['脊髓灰质炎减毒活疫苗糖丸', 'live'],
    ['bOPV', 'live'],
    ['脊灰灭活疫苗(IPV)', 'not-live'],
    ['卡介苗', 'live'],
    ['口服五价重配轮状病毒减毒活疫苗', 'live'],
    ['鼻喷流感减毒活疫苗', 'live'],
    ['流感病毒裂解疫苗', 'not-live'],
    ['四价流感病毒亚单位疫苗', 'not-live'],
    ['流感疫苗', 'unclear'],
    ['新型冠状病毒灭活疫苗', 'not-live'],
    ['重组乙型肝炎疫苗', 'not-live'],
    ['人乳头瘤病毒疫苗', 'not-live'],
    ['13价肺炎球菌多糖结合疫苗', 'not-live'],
    ['百白破-灭活脊髓灰质炎-b型流感嗜血杆菌联合疫苗', 'not-live'],
    ['水痘-带状疱疹免疫球蛋白', 'not-live'],
    ['带状疱疹疫苗', 'unclear'],
    ['重组带状疱疹疫苗', 'not-live'],
    ['黄热疫苗', 'live'],
    ['measles, mumps and rubella virus vaccine', 'live'],
    ['Varicella vaccine', 'live'],
    ['Influenza, live, intranasal', 'live'],
    ['Influenza, injectable, quadrivalent, preservative free', 'not-live'],
    ['Influenza vaccine', 'unclear'],
    ['poliovirus vaccine, inactivated', 'not-live'],
    ['Zoster vaccine recombinant', 'not-live'],
    ['Ebola Zaire vaccine, live, recombinant', 'live'],
    ['non-live influenza vaccine', 'not-live'],
    ['Tdap', 'not-live'],
    ['Varilrix', 'live'],
    ['感维', 'live'],
    ['YF-Vax', 'live'],
    ['Pediarix', 'not-live'],
    ['Bexsero', 'not-live'],
    ['CoronaVac', 'not-live'],
    ['Typhim Vi', 'not-live'],
    ['FSME-Impfung', 'not-live'],
    ['travel vaccine', 'unclear'],
  ] as const)('%s is %s', (name, kind) => {
    expect(vaccineKind(named(name))).toBe(kind);
  });

  it('is unclear when code and display name different vaccines', () => {
    expect(vaccineKind(coded('cvx', '03', 'Hepatitis B vaccine'))).toBe('unclear');
    expect(vaccineKind(coded('cvx', '150', '水痘减毒活疫苗'))).toBe('unclear');
  });

  it('lets the name decide where the code covers live and other products', () => {
    expect(vaccineKind({ ...coded('cvx', '85'), text: '甲型肝炎减毒活疫苗' })).toBe('live');
    expect(vaccineKind({ ...coded('cvx', '39'), text: '乙型脑炎减毒活疫苗' })).toBe('live');
  });
});

describe('the route tells the live form of influenza, polio and typhoid vaccine', () => {
  it.each([
    ['IM', 'not-live'],
    ['肌内注射', 'not-live'],
    ['NASINHLC', 'live'],
    ['口服', 'live'],
    ['unknown', 'unclear'],
  ] as const)('by %s', (word, kind) => {
    expect(vaccineKind(coded('cvx', '88'), vaccineRoute(named(word)))).toBe(kind);
  });

  it('but not of a vaccine whose forms share a route', () => {
    expect(vaccineKind(named('乙脑疫苗'), 'injected')).toBe('unclear');
  });
});
