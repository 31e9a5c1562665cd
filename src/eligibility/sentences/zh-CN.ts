// The Chinese sentences: reasons, evidence, what is missing; one file per topic.

import { age } from './zh-CN/age.ts';
import { carT } from './zh-CN/car-t.ts';
import { ecg } from './zh-CN/ecg.ts';
import { eularAcr } from './zh-CN/eular-acr.ts';
import { explain } from './zh-CN/explain.ts';
import { exposures } from './zh-CN/exposures.ts';
import { glucocorticoids } from './zh-CN/glucocorticoids.ts';
import { heartDisease } from './zh-CN/heart-disease.ts';
import { heartFunction } from './zh-CN/heart-function.ts';
import { history } from './zh-CN/history.ts';
import { human } from './zh-CN/human.ts';
import { hydroxychloroquine } from './zh-CN/hydroxychloroquine.ts';
import { immunosuppressants } from './zh-CN/immunosuppressants.ts';
import { infection } from './zh-CN/infection.ts';
import { intolerance } from './zh-CN/intolerance.ts';
import { kidney } from './zh-CN/kidney.ts';
import { latest } from './zh-CN/latest.ts';
import { liver } from './zh-CN/liver.ts';
import { lung } from './zh-CN/lung.ts';
import { malignancy } from './zh-CN/malignancy.ts';
import { measurementTitles, measurements } from './zh-CN/measurements.ts';
import { medicationHistory } from './zh-CN/medication-history.ts';
import { neuropsychiatricLupus } from './zh-CN/neuropsychiatric-lupus.ts';
import { otherDisease } from './zh-CN/other-disease.ts';
import { otherTrials } from './zh-CN/other-trials.ts';
import { oxygen } from './zh-CN/oxygen.ts';
import { pregnancy } from './zh-CN/pregnancy.ts';
import { protocol } from './zh-CN/protocol.ts';
import { record } from './zh-CN/record.ts';
import { renal } from './zh-CN/renal.ts';
import { serology } from './zh-CN/serology.ts';
import { sleDiagnosis } from './zh-CN/sle-diagnosis.ts';
import { sledai } from './zh-CN/sledai.ts';
import { transplant } from './zh-CN/transplant.ts';
import { vaccines } from './zh-CN/vaccines.ts';
import { verdicts } from './zh-CN/verdicts.ts';

/** Sentence templates by message id; `{name}` stands for a value of the message. */
export const zhCN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...age,
    ...carT,
    ...ecg,
    ...eularAcr,
    ...explain,
    ...exposures,
    ...glucocorticoids,
    ...heartDisease,
    ...heartFunction,
    ...history,
    ...human,
    ...hydroxychloroquine,
    ...immunosuppressants,
    ...infection,
    ...intolerance,
    ...kidney,
    ...latest,
    ...liver,
    ...lung,
    ...malignancy,
    ...measurementTitles,
    ...measurements,
    ...medicationHistory,
    ...neuropsychiatricLupus,
    ...otherDisease,
    ...otherTrials,
    ...oxygen,
    ...pregnancy,
    ...protocol,
    ...record,
    ...renal,
    ...serology,
    ...sleDiagnosis,
    ...sledai,
    ...transplant,
    ...vaccines,
    ...verdicts,
  }),
);
