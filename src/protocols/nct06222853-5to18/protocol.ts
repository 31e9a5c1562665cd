// The protocol as a table of contents: every criterion in the trial's own order and numbers.

import { all, any } from '../../eligibility/criterion.ts';
import { protocol } from '../../eligibility/declared.ts';
import { ageFrom5To18 } from './i1-age.ts';
import { moderateToSevereActivity } from './i2-activity.ts';
import { twoAgents } from './i2-agents.ts';
import { sleByEularAcr2019 } from './i2-classification.ts';
import { highDoseGlucocorticoid } from './i2-glucocorticoid.ts';
import { hydroxychloroquine } from './i2-hydroxychloroquine.ts';
import { intolerantOfStandardTreatment } from './i2-intolerance.ts';
import { sledai2kAtLeast8 } from './i3-sledai-2k.ts';
import { alanineAminotransferase } from './i4-alt.ts';
import { aspartateAminotransferase } from './i4-ast.ts';
import { normalElectrocardiogram } from './i4-ecg.ts';
import { glomerularFiltration } from './i4-egfr.ts';
import { noSeriousLungLesion } from './i4-lung.ts';
import { ejectionFraction } from './i4-lvef.ts';
import { oxygenSaturation } from './i4-spo2.ts';
import { totalBilirubin } from './i4-tbil.ts';
import { suitableForCellCollection } from './i5-cell-collection.ts';
import { agreesToContraception } from './i6-contraception.ts';
import { negativePregnancyTest } from './i6-pregnancy-test.ts';
import { informedConsent } from './i7-consent.ts';
import { previousCarT } from './e1-car-t.ts';
import { centralNervousSystemLupus } from './e2-neurolupus.ts';
import { likelySevereNephritis } from './e3-kidney.ts';
import { renalReplacementTherapy } from './e3-renal-replacement.ts';
import { severeArrhythmia } from './e4-arrhythmia.ts';
import { congenitalHeartDisease } from './e4-congenital.ts';
import { pericardialEffusion } from './e4-effusion.ts';
import { myocardialInfarction } from './e4-infarction.ts';
import { seriousMyocarditis } from './e4-myocarditis.ts';
import { unstableVitalSigns } from './e4-vital-signs.ts';
import { otherDiseaseNeedingTreatment } from './e5-other-disease.ts';
import { activeInfection } from './e6-infection.ts';
import { transplantOrGraftVersusHost } from './e7-transplant.ts';
import { cytomegalovirus } from './e8-cytomegalovirus.ts';
import { hepatitisB } from './e8-hepatitis-b.ts';
import { hepatitisC } from './e8-hepatitis-c.ts';
import { humanImmunodeficiencyVirus } from './e8-hiv.ts';
import { syphilis } from './e8-syphilis.ts';
import { liveVaccine } from './e9-live-vaccine.ts';
import { positiveBloodPregnancyTest } from './e10-pregnancy.ts';
import { malignancy } from './e11-malignancy.ts';
import { otherTrial } from './e12-other-trial.ts';
import { otherReason } from './e13-other-reason.ts';
import { coverage } from './coverage.ts';
import { settingNotes } from './setting-notes.ts';
import { defaults, type Settings } from './settings.ts';
import signatures from './signoff.json' with { type: 'json' };
import { exclusionTexts, inclusionTexts } from './texts.ts';
import { zhCN } from './zh-CN.ts';

export const nct06222853From5To18 = protocol<Settings>({
  id: 'NCT06222853',
  version: '5to18',
  title: 'CD19 CAR-T cells in refractory childhood-onset systemic lupus erythematosus (5 to 18 years)',
  url: 'https://clinicaltrials.gov/study/NCT06222853',
  ages: { from: 5, to: 18 },
  inclusion: {
    I1: ageFrom5To18,
    I2: all(
      sleByEularAcr2019,
      any(
        all(moderateToSevereActivity, highDoseGlucocorticoid, hydroxychloroquine, twoAgents),
        intolerantOfStandardTreatment,
      ),
    ),
    I3: sledai2kAtLeast8,
    I4: all(
      ejectionFraction,
      normalElectrocardiogram,
      glomerularFiltration,
      aspartateAminotransferase,
      alanineAminotransferase,
      totalBilirubin,
      noSeriousLungLesion,
      oxygenSaturation,
    ),
    I5: suitableForCellCollection,
    I6: all(negativePregnancyTest, agreesToContraception),
    I7: informedConsent,
  },
  exclusion: {
    E1: previousCarT,
    E2: centralNervousSystemLupus,
    E3: any(renalReplacementTherapy, likelySevereNephritis),
    E4: any(
      congenitalHeartDisease,
      myocardialInfarction,
      severeArrhythmia,
      pericardialEffusion,
      seriousMyocarditis,
      unstableVitalSigns,
    ),
    E5: otherDiseaseNeedingTreatment,
    E6: activeInfection,
    E7: transplantOrGraftVersusHost,
    E8: any(hepatitisB, hepatitisC, humanImmunodeficiencyVirus, syphilis, cytomegalovirus),
    E9: liveVaccine,
    E10: positiveBloodPregnancyTest,
    E11: malignancy,
    E12: otherTrial,
    E13: otherReason,
  },
  texts: { ...inclusionTexts, ...exclusionTexts },
  settings: defaults,
  defaults,
  settingNotes,
  coverage,
  translations: { 'zh-CN': zhCN },
  signatures,
});
