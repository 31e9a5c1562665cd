// Which data files hold the value sets on heart and lung?

import chd from '../data/value-sets/chd.json' with { type: 'json' };
import chdTrivial from '../data/value-sets/chd-trivial.json' with { type: 'json' };
import outflowStenosis from '../data/value-sets/outflow-stenosis.json' with { type: 'json' };
import heartSurgery from '../data/value-sets/heart-surgery.json' with { type: 'json' };
import congenitalHeartBlock from '../data/value-sets/congenital-heart-block.json' with { type: 'json' };
import myocardialInfarction from '../data/value-sets/myocardial-infarction.json' with { type: 'json' };
import oldMyocardialInfarction from '../data/value-sets/old-myocardial-infarction.json' with { type: 'json' };
import ventricularTachycardia from '../data/value-sets/ventricular-tachycardia.json' with { type: 'json' };
import multifocalSvt from '../data/value-sets/multifocal-svt.json' with { type: 'json' };
import paroxysmalSvt from '../data/value-sets/paroxysmal-svt.json' with { type: 'json' };
import otherArrhythmia from '../data/value-sets/other-arrhythmia.json' with { type: 'json' };
import myocarditis from '../data/value-sets/myocarditis.json' with { type: 'json' };
import heartFailure from '../data/value-sets/heart-failure.json' with { type: 'json' };
import shock from '../data/value-sets/shock.json' with { type: 'json' };
import hypertensiveEmergency from '../data/value-sets/hypertensive-emergency.json' with { type: 'json' };
import interstitialLungDisease from '../data/value-sets/interstitial-lung-disease.json' with { type: 'json' };
import alveolarHaemorrhage from '../data/value-sets/alveolar-haemorrhage.json' with { type: 'json' };
import pulmonaryHypertension from '../data/value-sets/pulmonary-hypertension.json' with { type: 'json' };
import pulmonaryEmbolism from '../data/value-sets/pulmonary-embolism.json' with { type: 'json' };
import pneumothorax from '../data/value-sets/pneumothorax.json' with { type: 'json' };
import respiratoryFailure from '../data/value-sets/respiratory-failure.json' with { type: 'json' };
import acuteLungDisease from '../data/value-sets/acute-lung-disease.json' with { type: 'json' };
import homeOxygen from '../data/value-sets/home-oxygen.json' with { type: 'json' };
import mechanicalVentilation from '../data/value-sets/mechanical-ventilation.json' with { type: 'json' };
import icu from '../data/value-sets/icu.json' with { type: 'json' };

export const heartAndLungFiles = [
  ['chd', chd],
  ['chd-trivial', chdTrivial],
  ['outflow-stenosis', outflowStenosis],
  ['heart-surgery', heartSurgery],
  ['congenital-heart-block', congenitalHeartBlock],
  ['myocardial-infarction', myocardialInfarction],
  ['old-myocardial-infarction', oldMyocardialInfarction],
  ['ventricular-tachycardia', ventricularTachycardia],
  ['multifocal-svt', multifocalSvt],
  ['paroxysmal-svt', paroxysmalSvt],
  ['other-arrhythmia', otherArrhythmia],
  ['myocarditis', myocarditis],
  ['heart-failure', heartFailure],
  ['shock', shock],
  ['hypertensive-emergency', hypertensiveEmergency],
  ['interstitial-lung-disease', interstitialLungDisease],
  ['alveolar-haemorrhage', alveolarHaemorrhage],
  ['pulmonary-hypertension', pulmonaryHypertension],
  ['pulmonary-embolism', pulmonaryEmbolism],
  ['pneumothorax', pneumothorax],
  ['respiratory-failure', respiratoryFailure],
  ['acute-lung-disease', acuteLungDisease],
  ['home-oxygen', homeOxygen],
  ['mechanical-ventilation', mechanicalVentilation],
  ['icu', icu],
] as const;
