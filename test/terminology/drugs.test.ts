import { describe, expect, test } from 'vitest';
import { allIngredients } from '../../src/terminology/drug-table.ts';
import { identifyDrug, type DrugIdentity } from '../../src/terminology/drugs.ts';
import type { Concept } from '../../src/terminology/concept.ts';

const rxnorm = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const atc = 'http://www.whocc.no/atc';
const nhsa = 'urn:x-cn:nhsa-drug-classification';
const snomed = 'http://snomed.info/sct';

const text = (words: string): Concept => ({ codings: [], text: words });
const coded = (system: string, code: string, words?: string): Concept => ({
  codings: [{ system, code }],
  ...(words !== undefined && { text: words }),
});

function known(...concepts: readonly Concept[]): DrugIdentity {
  const identified = identifyDrug(concepts);
  if (identified.state !== 'known') throw new Error(`${identified.state}: ${JSON.stringify(concepts)}`);
  return identified.drug;
}

describe('a written name', () => {
  test.each([
    ['predniSONE 20 MG Oral Tablet [Deltasone]', 'prednisone'],
    ['methylPREDNISolone', 'methylprednisolone'],
    ['methyl prednisolone 500 mg', 'methylprednisolone'],
    ['prednisolone', 'prednisolone'],
    ['甲泼尼龙片', 'methylprednisolone'],
    ['注射用甲泼尼龙琥珀酸钠', 'methylprednisolone'],
    ['醋酸泼尼松片', 'prednisone'],
    ['醋酸泼尼松龙片', 'prednisolone'],
    ['甲泼尼松', 'meprednisone'],
    ['氢化可的松', 'hydrocortisone'],
    ['醋酸可的松片', 'cortisone'],
    ['fludrocortisone', 'fludrocortisone'],
    ['Temsirolimus', 'temsirolimus'],
    ['西罗莫司片', 'sirolimus'],
    ['注射用环磷酰胺', 'cyclophosphamide'],
    ['异环磷酰胺', 'ifosfamide'],
    ['环孢素软胶囊', 'ciclosporin'],
    ['cycloSPORINE, modified', 'ciclosporin'],
    ['MMF', 'mycophenolate'],
    ['麦考酚钠肠溶片', 'mycophenolate'],
    ['HCQ', 'hydroxychloroquine'],
    ['硫酸羟氯喹片', 'hydroxychloroquine'],
    ['磷酸氯喹片', 'chloroquine'],
    ['去甲肾上腺素', 'norepinephrine'],
    ['肾上腺素', 'epinephrine'],
    ['去氨加压素', 'desmopressin'],
    ['泰爱', 'telitacicept'],
    ['Beliumab', 'belimumab'],
    ['达伯华', 'rituximab'],
    ['Azathioprin 50 mg Filmtabletten', 'azathioprine'],
    ['Mycophenolatmofetil 500 mg', 'mycophenolate'],
    ['Decortin H 5 mg Tabletten', 'prednisolone'],
    ['Prednisolon 20 mg Tabl.', 'prednisolone'],
    ['Methylprednisolon 16 mg', 'methylprednisolone'],
    ['Pred Forte 1 % ophth susp', 'prednisolone'],
    ['prednicarbate 0.1% cream', 'prednicarbate'],
    ['甲泼尼松龙 40mg', 'methylprednisolone'],
    ['Hydroxychloroquinsulfat 200mg', 'hydroxychloroquine'],
    ['Imurek 50 mg', 'azathioprine'],
    ['Rixathon 500 mg', 'rituximab'],
    // These passed as nothing that raises the pressure.
    ['垂体后叶素注射液', 'vasopressin'],
    ['Noradrenalin', 'norepinephrine'],
    ['Suprarenin', 'epinephrine'],
    ['Dobutamin', 'dobutamine'],
    ['Milrinon', 'milrinone'],
    ['Fluconazol 100 mg', 'fluconazole'],
    ['Cotrim forte', 'co-trimoxazole'],
    ['Amoclav 875/125', 'amoxicillin-clavulanate'],
    ['Cefuroximaxetil 250 mg', 'cefuroxime'],
    ['左氧氟沙星片', 'levofloxacin'],
    ['氧氟沙星片', 'ofloxacin'],
    ['去甲万古霉素', 'vancomycin'],
    ['brivaracetam 50 mg tablet', 'brivaracetam'],
    ['思瑞康', 'quetiapine'],
    ['vedolizumab 300 mg injection', 'vedolizumab'],
    ['富马酸二甲酯', 'dimethyl fumarate'],
    ['瑞基奥仑赛注射液', 'relmacabtagene autoleucel'],
    ['CD19 CAR-T 细胞', 'car-t cells'],
  ])('%s is %s', (name, ingredient) => {
    expect(known(text(name)).ingredients).toEqual([ingredient]);
  });

  test('a lay name for any glucocorticoid is none of them', () => {
    expect(identifyDrug([text('Cortison 50 mg')])).toEqual({ state: 'unknown' });
  });

  test.each(['little pink pill', '白色药片', 'CAR park', 'CAR-NK cells'])('%s names no drug', (name) => {
    expect(identifyDrug([text(name)])).toEqual({ state: 'unknown' });
  });

  test('every ingredient is found by each of its own names, in its own right or as part of a combination', () => {
    for (const { name, zh, names } of allIngredients) {
      for (const alias of [name, zh, ...names]) {
        const identified = identifyDrug([text(alias)]);
        const found = identified.state === 'known' ? identified.drug.ingredients : [];
        expect(found, `${alias} of ${name}`).toContain(name);
      }
    }
  });
});

describe('codes', () => {
  test.each([
    [coded(rxnorm, '8640'), 'prednisone'],
    [coded(rxnorm, '312615'), 'prednisone'],
    [coded('urn:oid:2.16.840.1.113883.6.88', '979092'), 'hydroxychloroquine'],
    [coded(atc, 'H02AB07'), 'prednisone'],
    [coded('urn:oid:2.16.840.1.113883.6.73', 'L04AA26'), 'belimumab'],
    [coded('http://fhir.de/CodeSystem/bfarm/atc', 'L04AG04'), 'belimumab'],
    [coded(atc, 'L01XC02'), 'rituximab'],
    [coded(snomed, '373540008'), 'hydroxychloroquine'],
    [coded(nhsa, 'XL04AAT194B0'), 'telitacicept'],
    [coded(nhsa, 'XL04AAM033A001010100123'), 'mycophenolate'],
    [coded('', 'L04AX01'), 'azathioprine'],
  ])('%j is %s without any name', (concept, ingredient) => {
    expect(known(concept).ingredients).toEqual([ingredient]);
  });

  test('each drug of the trial has a name and, but for telitacicept, a code of RxNorm, ATC and SNOMED CT', () => {
    const agents = allIngredients.filter(({ classes }) => classes.includes('trial-agent'));
    expect(agents.map(({ name }) => name).sort()).toEqual([
      'azathioprine',
      'belimumab',
      'ciclosporin',
      'cyclophosphamide',
      'leflunomide',
      'methotrexate',
      'mycophenolate',
      'rituximab',
      'sirolimus',
      'tacrolimus',
      'telitacicept',
    ]);
    const coded = agents.filter(({ rxnorm, atc, snomed }) => rxnorm.length > 0 && atc.length > 0 && snomed.length > 0);
    expect(coded).toHaveLength(10);
  });

  test('no code and no name belongs to two ingredients, but for combination brands', () => {
    const seen = new Map<string, string>();
    const shared = allIngredients.flatMap((each) =>
      [...each.rxnorm, ...each.atc, ...each.snomed, ...each.nhsa, ...each.names].flatMap((key) => {
        const first = seen.get(key);
        seen.set(key, each.name);
        return first === undefined ? [] : [key];
      }),
    );
    expect(shared.sort()).toEqual(['ciprodex', 'tobradex']);
  });

  test('an unlisted code with a name that can be read is known by its name', () => {
    expect(known(coded(rxnorm, '99999999', 'prednisone 20 MG Oral Tablet')).ingredients).toEqual(['prednisone']);
  });

  test('a known code with a name nobody can read is known by its code', () => {
    expect(known(coded(rxnorm, '8640', '小白片')).ingredients).toEqual(['prednisone']);
  });

  test('an unlisted RxNorm name is another drug, not an unreadable one', () => {
    const drug = known(coded(rxnorm, '198333', 'sodium bicarbonate 650 MG Oral Tablet'));
    expect(drug.ingredients).toEqual(['sodium bicarbonate']);
    expect([...drug.classes]).toEqual(['other']);
  });

  test.each([
    ['J01DD99', 'antibacterial'],
    ['J05AX99', 'antiviral'],
    ['J02AC99', 'antifungal'],
    ['J04AC99', 'antituberculous'],
    ['N03AX99', 'antiepileptic'],
    ['N05AX99', 'antipsychotic'],
    ['C01BD99', 'antiarrhythmic'],
    ['L04AC99', 'other-immunosuppressant'],
  ])('ATC %s gives its class although no drug is listed', (code, drugClass) => {
    expect([...known(coded(atc, code)).classes]).toContain(drugClass);
  });

  test.each([
    [coded(rxnorm, '9524', 'Prednisone 10 MG'), ['prednisone', 'sulfasalazine']],
    [coded(rxnorm, '197901', 'prednisone'), ['lorazepam', 'prednisone']],
    [coded(rxnorm, '41493', 'Mycophenolate 500 MG'), ['meloxicam', 'mycophenolate']],
    [coded(rxnorm, '1860498', 'Belimumab'), ['belimumab', 'hydrocodone']],
    [coded(rxnorm, '6387', 'azathioprine'), ['azathioprine', 'lidocaine']],
    [coded(atc, 'L01AA01', '吗替麦考酚酯胶囊'), ['cyclophosphamide', 'mycophenolate']],
    [coded(atc, 'C09AA99', '醋酸泼尼松片'), ['prednisone']],
  ])('%j contradicts itself', (concept, candidates) => {
    expect(identifyDrug([concept])).toMatchObject({ state: 'contradictory', candidates, groups: new Set() });
  });

  test('a name beside the code of a group to which it does not belong tells what the code may be', () => {
    const groups = new Set(['glucocorticoid-unconverted']);
    expect(identifyDrug([coded(atc, 'H02AB', 'azathioprine')])).toEqual({
      state: 'contradictory',
      candidates: ['azathioprine'],
      groups,
      classes: new Set(['trial-agent', ...groups]),
    });
  });

  // Both counted as taken.
  test.each([
    ['azathioprine or tacrolimus', ['azathioprine', 'tacrolimus']],
    ['azathioprine vs mycophenolate', ['azathioprine', 'mycophenolate']],
  ])('a name that leaves open which of two drugs it is is unread: %s', (name, candidates) => {
    expect(identifyDrug([text(name)])).toMatchObject({ state: 'contradictory', candidates });
  });

  test('two names of one drug leave nothing open', () => {
    expect(known(text('cycloSPORINE modified (NEORAL or GENGRAF) capsule')).ingredients).toEqual(['ciclosporin']);
  });

  test('a medication reference that names another drug than its resource contradicts it', () => {
    expect(identifyDrug([coded(rxnorm, '8640'), text('methotrexate 2.5 mg tablet')]).state).toBe('contradictory');
  });
});

describe('several names of one medication', () => {
  test('ingredient, product, vendor code and brand are one drug', () => {
    const drug = known({
      codings: [
        { system: 'urn:oid:2.16.840.1.113883.6.68', code: '22100045000320' },
        { system: rxnorm, code: '8640' },
        { system: rxnorm, code: '312615' },
      ],
      text: 'predniSONE (DELTASONE) tablet 20 mg',
    });
    expect(drug).toMatchObject({
      ingredients: ['prednisone'],
      strength: { milligrams: 20, per: 'piece' },
      route: 'oral',
    });
  });

  test('a combination keeps its ingredients, named together or one by one', () => {
    expect(known(text('Dexamethasone 1 MG/ML / tobramycin 3 MG/ML Ophthalmic Suspension')).ingredients).toEqual([
      'dexamethasone',
      'tobramycin',
    ]);
    expect(known(text('dexamethasone'), text('tobramycin')).ingredients).toEqual(['dexamethasone', 'tobramycin']);
  });

  test('two strengths that differ leave the strength open', () => {
    const drug = known({ codings: [{ system: rxnorm, code: '312615', display: 'prednisone 10 MG Oral Tablet' }] });
    expect(drug.strength).toBeUndefined();
  });
});

describe('strength', () => {
  test.each([
    ['醋酸泼尼松片 5mg', 5, 'piece'],
    ['甲泼尼龙片(4mg×30片)', 4, 'piece'],
    ['注射用甲泼尼龙琥珀酸钠 0.5g', 500, 'piece'],
    ['地塞米松磷酸钠注射液 1ml:5mg', 5, 'mL'],
    ['Kenalog 40mg/1ml', 40, 'mL'],
    ['利妥昔单抗注射液 500mg/50ml', 10, 'mL'],
    ['Solu-Medrol 1,000 mg vial', 1000, 'piece'],
    ['24 HR tacrolimus 0.75 MG Extended Release Oral Tablet', 0.75, 'piece'],
    ['0.4 ML methotrexate 56.3 MG/ML Auto-Injector', 56.3, 'mL'],
  ] as const)('%s: %d mg per %s', (name, milligrams, per) => {
    expect(known(text(name)).strength).toMatchObject({ milligrams, per });
  });

  test.each(['prednisone 40 mg po qd', '泼尼松 每次50mg 每日1次', 'prednisone 1 mg/kg', 'prednisone'])(
    '%s tells a dose or nothing, not the strength of a piece',
    (name) => {
      expect(known(text(name)).strength).toBeUndefined();
    },
  );

  test('dexamethasone phosphate is a salt, by code and by name', () => {
    expect(known(text('地塞米松磷酸钠注射液 1ml:5mg')).strength?.ofSalt).toBe(true);
    expect(known(text('dexamethasone 4 MG Oral Tablet')).strength).toEqual({ milligrams: 4, per: 'piece' });
  });
});

describe('form', () => {
  test.each([
    ['他克莫司胶囊', 'oral'],
    ['他克莫司软膏', 'topical'],
    ['Protopic', 'topical'],
    ['环孢素滴眼液', 'ophthalmic'],
    ['Restasis', 'ophthalmic'],
    ['妥布霉素地塞米松眼膏', 'ophthalmic'],
    ['吸入用布地奈德混悬液', 'inhaled'],
    ['budesonide oral inhaler', 'inhaled'],
    ['糠酸莫米松鼻喷雾剂', 'nasal'],
    ['hydrocortisone rectal enema', 'rectal'],
    ['dexamethasone oral rinse', 'dental'],
    ['triamcinolone acetonide 40 mg/mL suspension for intra-articular injection', 'intra-articular'],
    ['甲氨蝶呤注射液 鞘内注射', 'intrathecal'],
    ['注射用环磷酰胺', 'injection'],
    ['methylprednisolone 40 mg IV', 'intravenous'],
    ['泼尼松龙口服溶液', 'oral'],
    ['prednisolone orally disintegrating tablet', 'oral'],
    ['地塞米松口腔崩解片', 'oral'],
  ])('%s implies %s', (name, route) => {
    expect(known(text(name)).route).toBe(route);
  });

  test('a written local form outweighs the ATC code of the substance', () => {
    expect(known(coded(atc, 'L04AD02', '他克莫司软膏'))).toMatchObject({ route: 'topical', reach: 'local' });
  });

  test('a local ATC code beside a capsule leaves the reach open', () => {
    expect(known(coded(atc, 'D11AH01', '他克莫司胶囊')).reach).toBe('unclear');
  });

  test('a depot injection is told', () => {
    expect(known(text('Depo-Medrol 40 mg/mL')).depot).toBe(true);
    expect(known(text('复方倍他米松注射液 1ml')).depot).toBe(true);
    expect(known(text('methylprednisolone 4 mg tablet')).depot).toBeUndefined();
  });
});
