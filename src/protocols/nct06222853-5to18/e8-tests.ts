// Which tests does E8 rest on, how long do they count, and what is ordered where one is missing?

import { testFor } from '../../facts/serology-orders.ts';
import type { MarkerQuestion } from '../../facts/serology-marker.ts';
import type { Settings } from './settings.ts';

const antibody = (settings: Settings, name: string, order: MarkerQuestion['order'], flag: string): MarkerQuestion => ({
  names: [name],
  windowDays: settings.serologyWindowDays,
  order,
  flag,
});

const load = (settings: Settings, name: string, order: MarkerQuestion['order'], flag: string): MarkerQuestion => ({
  names: [name],
  windowDays: settings.viralLoadWindowDays,
  order,
  flag,
});

/** The tests of E8 with the windows of the settings. */
export const testsOf = (settings: Settings) => ({
  hbsag: antibody(settings, 'HBsAg', testFor.hepatitisBSurfaceAntigen, 'HBV_SEROLOGY'),
  hbcab: antibody(settings, 'HBcAb', testFor.hepatitisBCoreAntibody, 'HBV_SEROLOGY'),
  hbvDna: load(settings, 'HBV-DNA', testFor.hepatitisBDna, 'HBV_DNA'),
  hcvAb: antibody(settings, 'HCV-Ab', testFor.hepatitisCAntibody, 'HCV_SEROLOGY'),
  hcvRna: load(settings, 'HCV-RNA', testFor.hepatitisCRna, 'HCV_RNA'),
  hivScreen: antibody(settings, 'HIV-Ab', testFor.hivScreen, 'HIV_SCREEN'),
  hivConfirmation: antibody(settings, 'HIV-confirm', testFor.hivConfirmation, 'HIV_CONFIRMATION'),
  treponemal: antibody(settings, 'syphilis-treponemal', testFor.syphilisTreponemal, 'SYPHILIS_TREPONEMAL'),
  reagin: antibody(settings, 'syphilis-nontreponemal', testFor.syphilisReagin, 'SYPHILIS_RPR'),
  cmvDna: load(settings, 'CMV-DNA', testFor.cytomegalovirusDna, 'CMV_DNA'),
  cmvDnaElsewhere: load(settings, 'CMV-DNA-other', testFor.cytomegalovirusDna, 'CMV_DNA'),
});
