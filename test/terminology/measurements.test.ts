import { describe, expect, test } from 'vitest';
import { conversionOf, unitOf } from '../../src/terminology/units.ts';
import { allMeasurements, measurementNamed } from '../../src/terminology/measurement-table.ts';
import { measurementsOf } from '../../src/terminology/measurements.ts';

const loinc = (code: string, display?: string) => ({
  codings: [{ system: 'http://loinc.org', code, ...(display !== undefined && { display }) }],
});
const text = (name: string) => ({ codings: [], text: name });

describe('A measurement is found by its code', () => {
  test.each([
    ['1742-6', 'ALT'],
    ['1920-8', 'AST'],
    ['14631-6', 'bilirubinTotal'],
    ['2160-0', 'creatinine'],
    ['14682-9', 'creatinine'],
    ['50384-7', 'eGFR-schwartz'],
    ['33914-3', 'eGFR-adult'],
    ['18043-0', 'LVEF'],
    ['8480-6', 'systolicBloodPressure'],
    ['16933-4', 'HBcAb'],
    ['30246-3', 'CMV-DNA'],
    ['2106-3', 'hCG-urine'],
    ['2118-8', 'hCG-blood'],
  ])('%s is %s', (code, name) => {
    expect(measurementsOf(loinc(code))).toEqual({ names: [name], contradictory: false });
  });

  test('LOINC counts under its OID, its https address and without a system, but not under another system', () => {
    for (const system of ['urn:oid:2.16.840.1.113883.6.1', 'https://loinc.org', ''])
      expect(measurementsOf({ codings: [{ system, code: '1742-6' }] }).names).toEqual(['ALT']);
    expect(measurementsOf({ codings: [{ system: 'http://snomed.info/sct', code: '1742-6' }] }).names).toEqual([]);
  });

  test.each(['2161-8', '1968-7', '22322-2', '31204-1', '7852-7', '18051-3', '2951-2'])(
    '%s (another substance or specimen) is none of ours',
    (code) => {
      expect(measurementsOf(loinc(code)).names).toEqual([]);
    },
  );

  test('two codes of one measurement are one', () => {
    const both = [...loinc('59408-5').codings, ...loinc('2708-6').codings];
    expect(measurementsOf({ codings: both })).toEqual({ names: ['SpO2'], contradictory: false });
  });
});

describe('A measurement is found by its name in a British, an American or a German chart', () => {
  test.each([
    ['Standing height', 'height'],
    ['Height (cm)', 'height'],
    ['Körpergröße', 'height'],
    ['Weight Dosing', 'weight'],
    ['Temperature Oral', 'temperature'],
    ['Temp', 'temperature'],
    ['Sauerstoffsättigung', 'SpO2'],
    ['Urine microscopy red cells', 'urineRBC'],
    ['Urine microscopy white cells', 'urineWBC'],
    ['Erythrozyten im Urinsediment', 'urineRBC'],
    ['Leukozyten im Urinsediment', 'urineWBC'],
    ['Leukozyten', 'WBC'],
    ['Thrombozyten', 'platelets'],
    ['Protein/Kreatinin-Quotient im Urin', 'UPCR'],
    ['Eiweiß/Kreatinin-Quotient', 'UPCR'],
    ['DNA (DS) Ab', 'antiDsDNA'],
    ['Anti-dsDNS', 'antiDsDNA'],
    ['Komplement C3', 'C3'],
    ['CMV-PCR (EDTA-Blut)', 'CMV-DNA'],
    ['Lues-Suchtest', 'syphilis-treponemal'],
    ['Linksventrikuläre Ejektionsfraktion', 'LVEF'],
    ['Protein, Urine, 24 hour', 'urineProtein24h'],
    ['Schwangerschaftstest (Urin)', 'hCG-urine'],
  ])('%s is %s', (name, measurement) => {
    expect(measurementsOf(text(name)).names).toEqual([measurement]);
  });

  test.each(['Albumin/Kreatinin-Quotient', 'Kreatinin-Clearance', 'Kreatinin im Urin'])(
    '%s is none of ours',
    (name) => {
      expect(measurementsOf(text(name)).names).toEqual([]);
    },
  );

  test('a German name beside its LOINC code is no contradiction', () => {
    expect(measurementsOf(loinc('2890-2', 'Protein/Kreatinin-Quotient im Urin')).contradictory).toBe(false);
  });
});

describe('A measurement is found by its name in English and Chinese', () => {
  test.each([
    ['左室射血分数(LVEF)', 'LVEF'],
    ['EF值', 'LVEF'],
    ['丙氨酸氨基转换酶', 'ALT'],
    ['BIL-T', 'bilirubinTotal'],
    ['HIV-Ab', 'HIV-Ab'],
    ['HIV1/2 Ab screen', 'HIV-Ab'],
    ['HCVAb', 'HCV-Ab'],
    ['HBc Total Ab', 'HBcAb'],
    ['T. pallidum antibody', 'syphilis-treponemal'],
    ['CMV Quant PCR', 'CMV-DNA'],
    ['ANA (IIF)', 'ANA'],
    ['ANA滴度', 'ANA'],
    ['尿蛋白与肌酐比值', 'UPCR'],
    ['谷丙转氨酶', 'ALT'],
    ['丙氨酸氨基转移酶（ALT）', 'ALT'],
    ['天门冬氨酸氨基转移酶', 'AST'],
    ['血肌酐(酶法)', 'creatinine'],
    ['总胆红素', 'bilirubinTotal'],
    ['血氧饱和度', 'SpO2'],
    ['eGFR (Schwartz)', 'eGFR-schwartz'],
    ['eGFR (cystatin C)', 'eGFR'],
    ['GFR/1.73 sq M.predicted by Cystatin C-based formula', 'eGFR'],
    ['胱抑素C(Cys-C)', 'cystatinC'],
    ['Cys-C', 'cystatinC'],
    ['估算肾小球滤过率(CKD-EPI)', 'eGFR-adult'],
    ['乙型肝炎病毒表面抗原', 'HBsAg'],
    ['乙肝核心抗体(HBcAb)', 'HBcAb'],
    ['HIV抗原抗体联合检测', 'HIV-Ab'],
    ['HIV抗原/抗体联合检测', 'HIV-Ab'],
    ['人免疫缺陷病毒抗原/抗体测定', 'HIV-Ab'],
    ['HIV-1/O/2 Abs-Index Value', 'HIV-Ab'],
    ['Hep Bs Ag', 'HBsAg'],
    ['Hep B Core Total Ab', 'HBcAb'],
    ['Hepatitis B Core Antibody, Total (IgG+IgM)', 'HBcAb'],
    ['Syphilis IgG/IgM Ab', 'syphilis-treponemal'],
    ['Baseline LVEF', 'LVEF'],
    ['Prot/Creat Ratio, Ur', 'UPCR'],
    ['UA RBC', 'urineRBC'],
    ['ASPARTATE AMINO TRANSFERASE', 'AST'],
    ['T. Bilirubin', 'bilirubinTotal'],
    ['EF(Teich)', 'LVEF'],
    ['HEIGHT/LENGTH', 'height'],
    ['Oxygen sat', 'SpO2'],
    ['HIV 1&2 Antibody', 'HIV-Ab'],
    ['HIV 1 and HIV 2 Ab', 'HIV-Ab'],
    ['HIV1、2抗体', 'HIV-Ab'],
    ['HIV-1 antibody', 'HIV-Ab'],
    ['HIV 2 Ab', 'HIV2-Ab'],
    ['HIV 2 Ab [Presence] in Serum or Plasma by Immunoassay', 'HIV2-Ab'],
    ['HIV-2型抗体', 'HIV2-Ab'],
    ['CMV by PCR', 'CMV-DNA'],
    ['乙肝病毒核心总抗体', 'HBcAb'],
    ['HBV核酸定量', 'HBV-DNA'],
    ['DNA DOUBLE STRANDED AB', 'antiDsDNA'],
    ['HBV DNA (limit of detection 20 IU/mL)', 'HBV-DNA'],
    ['T pallidum Screening Cascade', 'syphilis-treponemal'],
    ['POC URINE PREGNANCY', 'hCG-urine'],
    ['Pregnancy Test, Urine', 'hCG-urine'],
    ['月经史', 'menarche-status'],
    ['HBs-Antigen', 'HBsAg'],
    ['Kreatinin i.S.', 'creatinine'],
    ['Bilirubin gesamt', 'bilirubinTotal'],
    ['HIV抗体确证试验', 'HIV-confirm'],
    ['梅毒螺旋体抗体(TPPA)', 'syphilis-treponemal'],
    ['梅毒RPR', 'syphilis-nontreponemal'],
    ['巨细胞病毒DNA(血浆)', 'CMV-DNA'],
    ['尿液CMV-DNA', 'CMV-DNA-other'],
    ['血HCG(妊娠试验)', 'hCG-blood'],
    ['尿HCG(妊娠试验)', 'hCG-urine'],
    ['HCG定量', 'hCG-blood'],
    ['尿HCG定量', 'hCG-urine'],
    ['妊娠试验', 'hCG'],
    ['SLEDAI-2K评分', 'SLEDAI-2K'],
    ['SLEDAI-2K Total (0-105)', 'SLEDAI-2K'],
    ['SLE disease activity index 2000', 'SLEDAI-2K'],
    ['SLE疾病活动指数', 'SLEDAI'],
    ['SLEDAI-2K arthritis', 'SLEDAI-item'],
    ['SLEDAI-2K: 关节炎', 'SLEDAI-item'],
    ['SLEDAI-2K item 6 lupus headache', 'SLEDAI-item'],
    ['SLEDAI 24h urine protein (proteinuria)', 'SLEDAI-item'],
    ['HIV-1/2 confirmatory Western blot', 'HIV-confirm'],
    ['HIV-1 Western Blot', 'HIV-confirm'],
    ['HIV抗体确诊实验', 'HIV-confirm'],
    ['HIV抗体(初筛,待确证)', 'HIV-Ab'],
    ['HIV 1/2 Ag/Ab with reflex to confirmation', 'HIV-Ab'],
    ['丙型肝炎病毒IgG抗体', 'HCV-Ab'],
    ['Syphilis Screen (CMIA)', 'syphilis-treponemal'],
    ['UPT', 'hCG-urine'],
    ['Dry weight', 'weight'],
    ['Pediatric echo LVEF', 'LVEF'],
    ['HT', 'height'],
    ['T. Bili', 'bilirubinTotal'],
    ['SELENA-SLEDAI', 'SELENA-SLEDAI'],
    ['SLEDAI', 'SLEDAI'],
    ['SLEDAI (1992)', 'SLEDAI-1992'],
    ['抗核抗体(ANA)滴度', 'ANA'],
    ['24小时尿蛋白定量', 'urineProtein24h'],
    ['Aspartate aminotransferase (AST/SGOT)', 'AST'],
  ])('%s is %s', (name, measurement) => {
    expect(measurementsOf(text(name)).names).toEqual([measurement]);
  });

  test.each([
    '尿肌酐',
    'Creatinine, urine',
    '肌酐(尿)',
    'Creatinine clearance',
    'Kreatinin-Clearance',
    'Kreatinin (Harn)',
    'Kreatinin im Urin',
    'Albumin/Kreatinin-Quotient',
    'Bilirubin direkt',
    '直接胆红素',
    '乙型肝炎病毒表面抗体',
    '乙肝核心抗体IgM',
    'Hepatitis B Core Antibody, IgM',
    'HEP B CORE AB, IGM',
    '乙肝核心抗体-IgM',
    'Treponema pallidum IgM',
    '梅毒螺旋体抗体IgM',
    'HCV Ab IgM',
    'Target SpO2',
    'Oxygen saturation venous',
    'ScvO2 oxygen saturation',
    'Cerebral oxygen saturation (NIRS)',
    'UA WBC casts',
    'SpO2 goal',
    '目标血氧饱和度',
    'SpO2 alarm limit',
    'Previous SLEDAI-2K',
    'SLEDAI-2K at diagnosis',
    '首次SLEDAI-2K评分',
    'SLEDAI-2K renal domain',
    'SLEDAI-2K CNS subscore',
    'SLEDAI-2K下降分值',
    'SLEDAI-2K RI-50',
    'SLEDAI flare index',
    '2019 EULAR/ACR renal domain score',
    'EULAR/ACR 2019 immunologic domain',
    '2019 EULAR/ACR分类标准-肾脏',
    'Target dry weight',
    '体重指数',
    '身高SDS',
    'Weight percentile',
    'Ejection fraction RV',
    '线粒体天门冬氨酸氨基转移酶',
    'HBV DNA genotype',
    '尿红细胞形态',
    'Anti-nuclear antibody pattern',
    'Baseline creatinine',
    'Creatinine kinase',
    'APRI (AST to platelet ratio)',
    'Sm/RNP Antibody',
    '抗nRNP/Sm抗体',
    '巨细胞病毒IgG抗体',
    '左室短轴缩短率(FS)',
    'AST/ALT',
    '母亲乙肝表面抗原',
    'Donor HBsAg',
    '出生体重',
    'Hemoglobin A1c',
    'RVEF right ventricular ejection fraction',
    'Gallbladder ejection fraction',
    '胆囊射血分数',
    '左房射血分数',
    'ANA pattern',
    '抗核抗体核型',
  ])('%s is none of ours', (name) => {
    expect(measurementsOf(text(name)).names).toEqual([]);
  });
});

describe('A code and a name that disagree are contradictory', () => {
  test('ALT code with the name of AST', () => {
    expect(measurementsOf(loinc('1742-6', 'Aspartate aminotransferase')).contradictory).toBe(true);
    expect(measurementsOf(loinc('8302-2', 'Mother’s height')).contradictory).toBe(true);
  });
  test('serum creatinine code with the name of urine creatinine', () => {
    expect(measurementsOf({ ...loinc('2160-0'), text: '尿肌酐' }).contradictory).toBe(true);
  });
  test('a broader name beside the code is no contradiction', () => {
    expect(measurementsOf({ ...loinc('2118-8'), text: 'Pregnancy test' })).toEqual({
      names: ['hCG-blood'],
      contradictory: false,
    });
    expect(measurementsOf({ ...loinc('69405-9'), text: 'eGFR (bedside Schwartz)' }).names).toEqual(['eGFR-schwartz']);
  });
});

describe('The table of measurements', () => {
  test('no code belongs to two measurements', () => {
    const codes = allMeasurements.flatMap((each) => [...each.codes, ...(each.snomed ?? []), ...(each.local ?? [])]);
    expect(new Set(codes).size).toBe(codes.length);
  });
  test('every title names its own measurement or a broader one in Chinese and English', () => {
    for (const { name, title } of allMeasurements) {
      for (const each of [title.en, title.zh]) {
        const { names } = measurementsOf(text(each));
        const own = measurementNamed(name);
        const accepted = [name, own?.within, 'CMV-DNA', 'urineCasts', undefined];
        expect(accepted, `${name}: ${each}`).toContain(names[0]);
      }
    }
  });
  test('every accepted unit is a unit the program can read', () => {
    for (const each of allMeasurements)
      for (const unit of Object.keys(each.units ?? {})) expect(unitOf(unit), `${each.name} ${unit}`).toBe(unit);
  });
});

describe('A unit is recognised in every spelling and converted', () => {
  const converted = (name: string, unit: string, value: number): number | undefined => {
    const measurement = measurementNamed(name);
    if (measurement === undefined) return undefined;
    const conversion = conversionOf(measurement, unit);
    return conversion.state === 'known' ? conversion.toCanonical(value) : undefined;
  };
  test.each([
    ['creatinine', 'umol/L', 88.4, 1],
    ['creatinine', 'µmol/L', 88.4, 1],
    ['creatinine', 'μmol/L', 88.4, 1],
    ['bilirubinTotal', 'mg/dL', 1, 17.1],
    ['AST', 'ukat/L', 1, 60],
    ['AST', 'IU/L', 40, 40],
    ['platelets', '×10⁹/L', 90, 90],
    ['platelets', 'G/L', 90, 90],
    ['platelets', 'G/l', 90, 90],
    ['platelets', '/nl', 90, 90],
    ['platelets', 'Gpt/l', 90, 90],
    ['platelets', 'Tsd./µl', 90, 90],
    ['platelets', 'K/uL', 90, 90],
    ['platelets', '/uL', 90000, 90],
    ['hemoglobin', 'g/dL', 9, 90],
    ['temperature', '℃', 38.5, 38.5],
    ['temperature', '[degF]', 100.4, 38],
    ['weight', '公斤', 40, 40],
    ['weight', '斤', 80, 40],
    ['weight', '[lb_av]', 100, 45.359237],
    ['weight', 'oz', 1600, 45.359237],
    ['height', 'm', 1.58, 158],
    ['eGFR-schwartz', 'mL/min/1.73㎡', 60, 60],
    ['eGFR-schwartz', 'mL/s/{1.73_m2}', 1, 60],
    ['C3', 'mg/dL', 90, 0.9],
    ['UPCR', 'mg/mmol', 50, 442],
    ['urineProtein24h', 'g/24h', 0.5, 500],
    ['LVEF', '1', 0.62, 62],
    ['HBV-DNA', 'log10 IU/mL', 3, 1000],
    ['systolicBloodPressure', 'kPa', 13.33, 99.98],
  ])('%s in %s', (name, unit, value, expected) => {
    expect(converted(name, unit, value)).toBeCloseTo(expected, 1);
  });
  test.each([
    ['creatinine', 'mmol'],
    ['AST', 'mg/dL'],
    ['weight', 'stone'],
    ['eGFR-schwartz', 'mL/min'],
  ])('%s in %s is not converted', (name, unit) => {
    expect(converted(name, unit, 1)).toBeUndefined();
  });
});

test('A hospital code may name the kind that its text leaves open', () => {
  expect(measurementsOf({ codings: [{ system: 'urn:lis', code: 'egfr_schwartz' }], text: 'eGFR' }).names).toEqual([
    'eGFR-schwartz',
  ]);
  expect(measurementsOf({ codings: [{ system: 'urn:lis', code: 'TBIL' }] }).names).toEqual(['bilirubinTotal']);
});
