// The English sentences: reasons, evidence, what is missing; one file per topic.

import { age } from './en/age.ts';
import { ecg } from './en/ecg.ts';
import { eularAcr } from './en/eular-acr.ts';
import { explain } from './en/explain.ts';
import { exposures } from './en/exposures.ts';
import { glucocorticoids } from './en/glucocorticoids.ts';
import { heartFunction } from './en/heart-function.ts';
import { human } from './en/human.ts';
import { hydroxychloroquine } from './en/hydroxychloroquine.ts';
import { immunosuppressants } from './en/immunosuppressants.ts';
import { infection } from './en/infection.ts';
import { intolerance } from './en/intolerance.ts';
import { kidney } from './en/kidney.ts';
import { latest } from './en/latest.ts';
import { liver } from './en/liver.ts';
import { measurementTitles, measurements } from './en/measurements.ts';
import { medicationHistory } from './en/medication-history.ts';
import { otherTrials } from './en/other-trials.ts';
import { oxygen } from './en/oxygen.ts';
import { pregnancy } from './en/pregnancy.ts';
import { record } from './en/record.ts';
import { serology } from './en/serology.ts';
import { sleDiagnosis } from './en/sle-diagnosis.ts';
import { sledai } from './en/sledai.ts';
import { vaccines } from './en/vaccines.ts';

/** Sentence templates by message id; `{name}` stands for a value of the message. */
export const en: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...age,
    ...ecg,
    ...eularAcr,
    ...explain,
    ...exposures,
    ...glucocorticoids,
    ...heartFunction,
    ...human,
    ...hydroxychloroquine,
    ...immunosuppressants,
    ...infection,
    ...intolerance,
    ...kidney,
    ...latest,
    ...liver,
    ...measurementTitles,
    ...measurements,
    ...medicationHistory,
    ...otherTrials,
    ...oxygen,
    ...pregnancy,
    ...record,
    ...serology,
    ...sleDiagnosis,
    ...sledai,
    ...vaccines,
  }),
);
