// The English sentences: reasons, evidence, what is missing; one file per topic.

import { age } from './en/age.ts';
import { carT } from './en/car-t.ts';
import { ecg } from './en/ecg.ts';
import { eularAcr } from './en/eular-acr.ts';
import { explain } from './en/explain.ts';
import { exposures } from './en/exposures.ts';
import { glucocorticoids } from './en/glucocorticoids.ts';
import { heartDisease } from './en/heart-disease.ts';
import { heartFunction } from './en/heart-function.ts';
import { history } from './en/history.ts';
import { human } from './en/human.ts';
import { hydroxychloroquine } from './en/hydroxychloroquine.ts';
import { immunosuppressants } from './en/immunosuppressants.ts';
import { infection } from './en/infection.ts';
import { intolerance } from './en/intolerance.ts';
import { kidney } from './en/kidney.ts';
import { latest } from './en/latest.ts';
import { liver } from './en/liver.ts';
import { lung } from './en/lung.ts';
import { malignancy } from './en/malignancy.ts';
import { measurementTitles, measurements } from './en/measurements.ts';
import { medicationHistory } from './en/medication-history.ts';
import { neuropsychiatricLupus } from './en/neuropsychiatric-lupus.ts';
import { otherDisease } from './en/other-disease.ts';
import { otherTrials } from './en/other-trials.ts';
import { oxygen } from './en/oxygen.ts';
import { pregnancy } from './en/pregnancy.ts';
import { protocol } from './en/protocol.ts';
import { record } from './en/record.ts';
import { renal } from './en/renal.ts';
import { serology } from './en/serology.ts';
import { sleDiagnosis } from './en/sle-diagnosis.ts';
import { sledai } from './en/sledai.ts';
import { transplant } from './en/transplant.ts';
import { vaccines } from './en/vaccines.ts';
import { verdicts } from './en/verdicts.ts';

/** Sentence templates by message id; `{name}` stands for a value of the message. */
export const en: ReadonlyMap<string, string> = new Map(
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
