// Which tests does E8 rest on, how long do they count, and what is ordered where one is missing?

import { testFor } from '../../facts/orders.ts';
import type { MarkerQuestion } from '../../facts/serology/marker.ts';
import type { Settings } from './settings.ts';

type Test = (settings: Settings) => MarkerQuestion;

const antibody =
  (name: string, order: MarkerQuestion['order'], flag: string): Test =>
  ({ serologyWindowDays }) => ({ names: [name], windowDays: serologyWindowDays, order, flag });

const load =
  (name: string, order: MarkerQuestion['order'], flag: string): Test =>
  ({ viralLoadWindowDays }) => ({ names: [name], windowDays: viralLoadWindowDays, order, flag });

/** The tests of E8, each with its window from the settings. */
export const tests = {
  hbsag: antibody('HBsAg', testFor.hepatitisBSurfaceAntigen, 'HBV_SEROLOGY'),
  hbcab: antibody('HBcAb', testFor.hepatitisBCoreAntibody, 'HBV_SEROLOGY'),
  hbvDna: load('HBV-DNA', testFor.hepatitisBDna, 'HBV_DNA'),
  hcvAb: antibody('HCV-Ab', testFor.hepatitisCAntibody, 'HCV_SEROLOGY'),
  hcvRna: load('HCV-RNA', testFor.hepatitisCRna, 'HCV_RNA'),
  hivScreen: antibody('HIV-Ab', testFor.hivScreen, 'HIV_SCREEN'),
  hivConfirmation: antibody('HIV-confirm', testFor.hivConfirmation, 'HIV_CONFIRMATION'),
  treponemal: antibody('syphilis-treponemal', testFor.syphilisTreponemal, 'SYPHILIS_TREPONEMAL'),
  reagin: antibody('syphilis-nontreponemal', testFor.syphilisReagin, 'SYPHILIS_RPR'),
  cmvDna: load('CMV-DNA', testFor.cytomegalovirusDna, 'CMV_DNA'),
  cmvDnaElsewhere: load('CMV-DNA-other', testFor.cytomegalovirusDna, 'CMV_DNA'),
} as const;
