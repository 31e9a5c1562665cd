// Which tests and measurements, as codes to order, settle an open question?

import type { Order } from '../logic/finding.ts';

const loinc = (code: string, display: string): Order['coding'] => ({ system: 'http://loinc.org', code, display });

/** What to order, by what it measures. */
export const testFor = {
  height: loinc('8302-2', 'Body height'),
  weight: loinc('29463-7', 'Body weight'),
  temperature: loinc('8310-5', 'Body temperature'),
  oxygenSaturation: loinc('59408-5', 'Oxygen saturation in Arterial blood by Pulse oximetry'),
  ejectionFraction: loinc('10230-1', 'Left ventricular Ejection fraction'),
  electrocardiogram: loinc('11524-6', 'EKG study'),
  creatinine: loinc('14682-9', 'Creatinine [Moles/volume] in Serum or Plasma'),
  cystatinC: loinc('33863-2', 'Cystatin C [Mass/volume] in Serum or Plasma'),
  ALT: loinc('1742-6', 'Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma'),
  AST: loinc('1920-8', 'Aspartate aminotransferase [Enzymatic activity/volume] in Serum or Plasma'),
  bilirubinTotal: loinc('14631-6', 'Bilirubin.total [Moles/volume] in Serum or Plasma'),
  proteinToCreatinine: loinc('2890-2', 'Protein/creatinine in urine'),
  proteinOfDay: loinc('2889-4', 'Protein in 24 hour urine'),
  urineCasts: loinc('5807-3', 'RBC casts in urine sediment'),
  urineErythrocytes: loinc('13945-1', 'Erythrocytes in urine sediment per high power field'),
  urineLeukocytes: loinc('5821-4', 'Leukocytes in urine sediment per high power field'),
  leukocytes: loinc('6690-2', 'Leukocytes'),
  platelets: loinc('777-3', 'Platelets'),
  complementC3: loinc('4485-9', 'Complement C3'),
  complementC4: loinc('4498-2', 'Complement C4'),
  doubleStrandedDna: loinc('5130-0', 'DNA double strand Ab'),
  antinuclearAntibody: loinc('5048-4', 'Nuclear Ab [Titer] in Serum by Immunofluorescence'),
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
