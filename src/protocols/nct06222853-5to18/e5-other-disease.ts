// E5: does another disease need long-term glucocorticoid or immunosuppression?

import { criterion } from '../../eligibility/criterion.ts';
import { otherDiseaseTreated } from '../../facts/other-disease/treatment.ts';
import type { Settings } from './settings.ts';
import { exclusionTexts } from './texts.ts';

export const otherDiseaseNeedingTreatment = criterion<Settings>({
  id: 'E5',
  text: exclusionTexts.E5,
  source: 'NCT06222853, exclusion criterion 5',
  readAs: [
    'A systemic glucocorticoid given for another disease, for {otherDiseaseGlucocorticoidDays} days or more or going on, excludes; where its reasons also name lupus or a possible lupus the investigator decides.',
    'An immunosuppressant given for another disease goes to the investigator, who judges whether the dose is high.',
    'A present disease that is usually so treated goes to the investigator unless every such drug is recorded as given for lupus.',
    'Haemolytic anaemia, thrombocytopenia, macrophage activation and overlap with other connective tissue diseases belong to lupus; a transplant is the matter of exclusion 7.',
    'A nephrotic syndrome that names no cause of its own and began with or after lupus belongs to a confirmed lupus nephritis; a drug given for it then goes to the investigator.',
    'What was given for another disease leaves the question open where it has no name and a code that nobody knows, or a name and a code that disagree, one of them such a drug.',
  ],
  examples: [
    ['met', 'prednisone for asthma, 28 days'],
    ['not-met', 'prednisone for asthma, 27 days'],
    ['needs-investigator', 'azathioprine for Crohn disease'],
    ['unknown', 'the diagnoses could not be read'],
  ],
  assess: ({ record, exposures }, screening, settings) =>
    otherDiseaseTreated(record, exposures, screening, settings.otherDiseaseGlucocorticoidDays),
});
