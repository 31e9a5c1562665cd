// Which laboratory tests settle an open question about infections in the blood or about pregnancy?

import type { Order } from '../logic/finding.ts';

const loinc = (code: string, display: string): Order['coding'] => ({ system: 'http://loinc.org', code, display });

/** Tests to order, by what they measure. */
export const testFor = {
  hepatitisBSurfaceAntigen: loinc('5196-1', 'Hepatitis B virus surface Ag [Presence] in Serum or Plasma'),
  hepatitisBCoreAntibody: loinc('16933-4', 'Hepatitis B virus core Ab [Presence] in Serum'),
  hepatitisBDna: loinc('42595-9', 'Hepatitis B virus DNA [Units/volume] (viral load) in Serum or Plasma'),
  hepatitisCAntibody: loinc('16128-1', 'Hepatitis C virus Ab [Presence] in Serum'),
  hepatitisCRna: loinc('11011-4', 'Hepatitis C virus RNA [Units/volume] (viral load) in Serum or Plasma'),
  hivScreen: loinc('56888-1', 'HIV 1+2 Ab+HIV1 p24 Ag [Presence] in Serum or Plasma by Immunoassay'),
  hivConfirmation: loinc('5221-7', 'HIV 1 Ab [Presence] in Serum or Plasma by Immunoblot'),
  syphilisTreponemal: loinc('24312-1', 'Treponema pallidum Ab [Presence] in Serum by Agglutination'),
  syphilisReagin: loinc('20507-0', 'Reagin Ab [Presence] in Serum by RPR'),
  cytomegalovirusDna: loinc('72493-0', 'Cytomegalovirus DNA [Units/volume] (viral load) in Serum or Plasma'),
  hcgInBlood: loinc('2118-8', 'Choriogonadotropin (pregnancy test) [Presence] in Serum or Plasma'),
} as const;
