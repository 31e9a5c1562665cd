// Does a name that holds the name of a measurement mean something else than a result of the day?

/** "Probe and target amplification" is how a nucleic acid is found, in the long names of LOINC. */
const wanted = /\b(?:target(?! amplif)|goal|alarm|threshold)\b|目标|报警|警报|阈值/;
/** The limits of a test, and the specimens that it is checked with; in brackets behind a name they are a remark. */
const limit =
  '(?:cut-?off|detection limit|limit of detection|reference|(?:upper|lower) (?:normal )?limit|检测下?限|检出限|定量下限|参考值|参考范围|参考区间|正常值)';
const ofTheTest = new RegExp(
  `^${limit}|${limit}(?: (?:value|range|interval|of normal))?$|\\bcontrols?\\b|\\bqc\\b|calibrat|proficiency|simulat|质控|对照|室间|定标`,
);
/** What is told about a test: that it is wanted, paid for, agreed to. */
const aboutTest =
  /\b(?:not done|cancell?ed|collection (?:time|date)|specimen (?:source|type)|comments?|consent|counsel\w*|education|risk|due|vaccin\w*)\b|\b(?:order(?:ed)?|requested|pending)$|未做|已取消|备注|采集时间|采样时间|标本类型|知情同意/;

const earlier = /\b(?:previous|prior(?! to\b)|last known|historical)\b|上次|既往|历史/;
const begun = /\bbaseline\b|\bat (?:diagnosis|onset)\b|首次|初诊|基线|(?:发病|起病|确诊|诊断)时/;
/** Of these a name may hold a value of the beginning, which is written down ever again. */
const comparedWithBegin: ReadonlySet<string> = new Set([
  'SLEDAI-2K',
  'SLEDAI',
  'SLEDAI-1992',
  'SELENA-SLEDAI',
  'creatinine',
]);
/** Of these only a result of these days counts. */
const ofTheseDays: ReadonlySet<string> = new Set([
  ...comparedWithBegin,
  'cystatinC',
  'eGFR',
  'eGFR-schwartz',
  'eGFR-U25',
  'AST',
  'ALT',
  'bilirubinTotal',
  'LVEF',
  'SpO2',
  'CMV-DNA',
  'CMV-DNA-other',
  'HBV-DNA',
  'HCV-RNA',
  'hCG',
  'hCG-blood',
  'hCG-urine',
]);
/** Of these antibodies the class of a fresh infection alone is another test: its absence says nothing of the past. */
const ofAllClasses: ReadonlySet<string> = new Set(['HBcAb', 'HCV-Ab', 'HIV-Ab', 'syphilis-treponemal']);
/** Saturations that are measured elsewhere than in an artery or by pulse oximetry, or compared with what is breathed. */
const otherSaturation = /venous|静脉|\bs[cv]?vo2|cerebral|脑|\bnirs|tissue|regional|capillary|umbilical|\bratio\b|fio2/;

/** A result compared with an earlier one or with those of other people, or told in words: no amount. */
const compared =
  /\bz[ -]?(?:score|value)|z值|z评分|\bsds\b|percentile|百分位|标准差|\buln\b|\bdelta\b|\bchanges? (?:in|of|from)\b|\bchange$|percent change|变化/;
const described = /genotyp|基因型|mutation|突变|drug resistance|耐药|morpholog|形态|dysmorph|畸形|异形|\bpattern|核型/;
const quotient = /\bratio\b|\bindex\b|比值/;
/** What stands in the name of something near by. */
const beside: ReadonlyMap<string, RegExp> = new Map([
  ['SpO2', otherSaturation],
  ['LVEF', /\brv\b|\bra\b|\bla\b|right|\batri|右[室心房]|心房|左房/],
  ['height', /预测|预期|预计|成年|\bpredicted|\bexpected|\badult|parental/],
  ['weight', /指数|增[加长]|下降|减轻|\bindex|\bchange|\bloss\b|\bgain\b|adjusted|\blean\b|fat[- ]free|瘦体|去脂/],
  ['AST', new RegExp(`线粒体|mitochondri|${quotient.source}`)],
  ['ALT', quotient],
  ['bilirubinTotal', quotient],
]);

/**
 * Whether a name (normalised) that holds the name of a measurement means something else than its result of the day: a target, a limit
 * or a control of the test, what is told about it, a result of another time, a percentile, a change, a description, an antibody of
 * class M alone, something measured near by.
 */
export const isAnother = (name: string, text: string): boolean =>
  wanted.test(text) ||
  ofTheTest.test(text) ||
  aboutTest.test(text) ||
  compared.test(text) ||
  described.test(text) ||
  beside.get(name)?.test(text) === true ||
  (ofTheseDays.has(name) && earlier.test(text)) ||
  (comparedWithBegin.has(name) && begun.test(text)) ||
  (ofAllClasses.has(name) && text.includes('igm') && !/igg|total|总/.test(text));
