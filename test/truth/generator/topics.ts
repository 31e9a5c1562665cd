// Which parts of a chart are drawn one after the other?

import { classification } from './classification.ts';
import { glucocorticoids } from './glucocorticoids.ts';
import { ecg, heart } from './heart-function.ts';
import { arrhythmia, congenitalHeart, heartAttack, vitals } from './heart-history.ts';
import { effusion, myocarditis } from './heart-inflammation.ts';
import { hydroxychloroquine } from './hydroxychloroquine.ts';
import { immunosuppressants } from './immunosuppressants.ts';
import { activeInfection } from './infection.ts';
import { intolerance } from './intolerance.ts';
import { kidney } from './kidney.ts';
import { liver } from './liver.ts';
import { lung, spo2 } from './lungs.ts';
import { neurolupus } from './neurolupus.ts';
import { otherDisease } from './other-disease.ts';
import { malignancy, otherTrial, vaccines } from './past-events.ts';
import { previousCarT, renalReplacement, transplanted } from './past-treatments.ts';
import { pregnancy } from './pregnancy.ts';
import { infections } from './serology.ts';
import { activity } from './sledai.ts';
import type { Topic } from './world.ts';

/** In this order, since later ones look at what earlier ones wrote. */
export const topics: readonly (readonly [string, Topic])[] = [
  ['I2.classification', classification],
  ['I2.glucocorticoid', glucocorticoids],
  ['I2.agents', immunosuppressants],
  ['I2.hydroxychloroquine', hydroxychloroquine],
  ['I2.intolerance', intolerance],
  ['E3.RRT', renalReplacement],
  ['I3', activity],
  ['I4.LVEF', heart],
  ['I4.ECG', ecg],
  ['I4.eGFR', kidney],
  ...liver,
  ['I4.SpO2', spo2],
  ['I4.lung', lung],
  ['I6 and E10', pregnancy],
  ['E1', previousCarT],
  ['E2', neurolupus],
  ['E4.vitals', vitals],
  ['E4.CHD', congenitalHeart],
  ['E4.MI', heartAttack],
  ['E4.arrhythmia', arrhythmia],
  ['E4.effusion', effusion],
  ['E4.myocarditis', myocarditis],
  ['E5', otherDisease],
  ['E6', activeInfection],
  ['E7', transplanted],
  ...infections,
  ['E9', vaccines],
  ['E11', malignancy],
  ['E12', otherTrial],
];
