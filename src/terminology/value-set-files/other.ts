// Which data files hold the value sets on neoplasms, other diseases and cell therapy?

import malignancy from '../data/value-sets/malignancy.json' with { type: 'json' };
import malignancyHistory from '../data/value-sets/malignancy-history.json' with { type: 'json' };
import inSituOrBorderlineNeoplasm from '../data/value-sets/in-situ-or-borderline-neoplasm.json' with { type: 'json' };
import benignNeoplasm from '../data/value-sets/benign-neoplasm.json' with { type: 'json' };
import neoplasmUnclear from '../data/value-sets/neoplasm-unclear.json' with { type: 'json' };
import cancerTreatment from '../data/value-sets/cancer-treatment.json' with { type: 'json' };
import otherGlucocorticoidDisease from '../data/value-sets/other-glucocorticoid-disease.json' with { type: 'json' };
import sleSecondary from '../data/value-sets/sle-secondary.json' with { type: 'json' };
import overlapMctd from '../data/value-sets/overlap-mctd.json' with { type: 'json' };
import allergicOrEczema from '../data/value-sets/allergic-or-eczema.json' with { type: 'json' };
import hypersensitivityReaction from '../data/value-sets/hypersensitivity-reaction.json' with { type: 'json' };
import carTProcedure from '../data/value-sets/car-t-procedure.json' with { type: 'json' };
import carNkOrTcrT from '../data/value-sets/car-nk-or-tcr-t.json' with { type: 'json' };

export const otherFiles = [
  ['malignancy', malignancy],
  ['malignancy-history', malignancyHistory],
  ['in-situ-or-borderline-neoplasm', inSituOrBorderlineNeoplasm],
  ['benign-neoplasm', benignNeoplasm],
  ['neoplasm-unclear', neoplasmUnclear],
  ['cancer-treatment', cancerTreatment],
  ['other-glucocorticoid-disease', otherGlucocorticoidDisease],
  ['sle-secondary', sleSecondary],
  ['overlap-mctd', overlapMctd],
  ['allergic-or-eczema', allergicOrEczema],
  ['hypersensitivity-reaction', hypersensitivityReaction],
  ['car-t-procedure', carTProcedure],
  ['car-nk-or-tcr-t', carNkOrTcrT],
] as const;
