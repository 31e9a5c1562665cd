// Do the words of an electrocardiogram's report say that it is normal, and nothing else?

/** Statements that say normal and nothing else, without blanks and punctuation. */
const normalStatements: ReadonlySet<string> = new Set([
  'normal',
  'normalecg',
  'normalekg',
  'normalelectrocardiogram',
  'electrocardiogramnormal',
  'ecgnormal',
  'ekgnormal',
  'normal12leadecg',
  'normal12leadekg',
  'normalrestingecg',
  'normalpediatricecg',
  'normalpaediatricecg',
  'normalecgforage',
  'normalforage',
  'ecgwithinnormallimits',
  'withinnormallimits',
  'withinnormallimitsforage',
  'noabnormality',
  'noabnormalities',
  'noabnormalityfound',
  'noobviousabnormality',
  '正常',
  '正常心电图',
  '心电图正常',
  '心电图未见异常',
  '心电图未见明显异常',
  '未见异常',
  '未见明显异常',
  '无异常',
  '无明显异常',
  '正常范围心电图',
  '正常范围',
  'unauffällig',
  'unauffälligesekg',
  'ekgunauffällig',
  'normalesekg',
]);

/** Normal findings that may stand beside such a statement and are not enough alone. */
const besides: ReadonlySet<string> = new Set([
  'sinusrhythm',
  'normalsinusrhythm',
  'regularsinusrhythm',
  'normalaxis',
  'normalintervals',
  'ecg',
  'ekg',
  '心电图',
  '窦性心律',
  '正常窦性心律',
  '电轴正常',
  '电轴不偏',
  'qrs电轴正常',
  'qrs电轴不偏',
  'sinusrhythmus',
  'normalersinusrhythmus',
  'normofrequentersinusrhythmus',
  'regelmäßigersinusrhythmus',
]);

/** What the recorder prints around the statements: a heading, whether there was an earlier tracing, who signed. */
const printedAround: ReadonlySet<string> = new Set([
  'pediatricecganalysis',
  'nopreviousecgsavailable',
  'nopreviousecgavailable',
  'nopriorecgavailable',
  'noprevioustracingavailable',
]);
const signature = /^[\s*]*(?:confirmed|electronically signed|signed|verified) by\b.*$/gim;

/** "1." and "②" before the statements of a list, and the blank between two in Chinese. */
const betweenStatements = /[①-⑨]|(?:^|[\s,;，。；])\(?\d[.、)）](?=\D)|(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])/g;

/** A statement in one spelling, without blanks and punctuation. */
export const bareStatement = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\-()!*]/g, '');

/** The statements of a report, bare; not what the recorder prints around them. */
export const statementsOf = (text: string): readonly string[] =>
  text
    .replaceAll(signature, '')
    .replaceAll(betweenStatements, '\n')
    .split(/[,.;:，。；：、\n]/)
    .map(bareStatement)
    .filter((statement) => statement !== '' && !printedAround.has(statement));

/** Whether a bare statement says that the electrocardiogram is normal. */
export const saysNormal = (statement: string): boolean => normalStatements.has(statement);

/** Whether a bare statement says so, or is a normal finding beside it. */
export const saysNothingElse = (statement: string): boolean => saysNormal(statement) || besides.has(statement);
