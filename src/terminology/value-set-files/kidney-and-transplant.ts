// Which data files hold the value sets on drug obstacles, pregnancy, kidney replacement and transplantation?

import g6pdDeficiency from '../data/value-sets/g6pd-deficiency.json' with { type: 'json' };
import retinopathyMaculopathy from '../data/value-sets/retinopathy-maculopathy.json' with { type: 'json' };
import pregnancy from '../data/value-sets/pregnancy.json' with { type: 'json' };
import permanentSterility from '../data/value-sets/permanent-sterility.json' with { type: 'json' };
import dialysis from '../data/value-sets/dialysis.json' with { type: 'json' };
import crrt from '../data/value-sets/crrt.json' with { type: 'json' };
import plasmaExchange from '../data/value-sets/plasma-exchange.json' with { type: 'json' };
import leukapheresis from '../data/value-sets/leukapheresis.json' with { type: 'json' };
import endStageRenalDisease from '../data/value-sets/end-stage-renal-disease.json' with { type: 'json' };
import organTransplant from '../data/value-sets/organ-transplant.json' with { type: 'json' };
import minorTissueTransplant from '../data/value-sets/minor-tissue-transplant.json' with { type: 'json' };
import hsct from '../data/value-sets/hsct.json' with { type: 'json' };
import gvhd from '../data/value-sets/gvhd.json' with { type: 'json' };
import transplantCourse from '../data/value-sets/transplant-course.json' with { type: 'json' };
import transplantUnclear from '../data/value-sets/transplant-unclear.json' with { type: 'json' };

export const kidneyAndTransplantFiles = [
  ['g6pd-deficiency', g6pdDeficiency],
  ['retinopathy-maculopathy', retinopathyMaculopathy],
  ['pregnancy', pregnancy],
  ['permanent-sterility', permanentSterility],
  ['dialysis', dialysis],
  ['crrt', crrt],
  ['plasma-exchange', plasmaExchange],
  ['leukapheresis', leukapheresis],
  ['end-stage-renal-disease', endStageRenalDisease],
  ['organ-transplant', organTransplant],
  ['minor-tissue-transplant', minorTissueTransplant],
  ['hsct', hsct],
  ['gvhd', gvhd],
  ['transplant-course', transplantCourse],
  ['transplant-unclear', transplantUnclear],
] as const;
