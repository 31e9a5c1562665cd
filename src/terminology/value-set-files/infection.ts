// Which data files hold the value sets on infection?

import infection from '../data/value-sets/infection.json' with { type: 'json' };
import urinaryTractInfection from '../data/value-sets/urinary-tract-infection.json' with { type: 'json' };
import sepsis from '../data/value-sets/sepsis.json' with { type: 'json' };
import pneumonia from '../data/value-sets/pneumonia.json' with { type: 'json' };
import activeTuberculosis from '../data/value-sets/active-tuberculosis.json' with { type: 'json' };
import latentTuberculosis from '../data/value-sets/latent-tuberculosis.json' with { type: 'json' };
import hivInfection from '../data/value-sets/hiv-infection.json' with { type: 'json' };
import chronicHepatitisB from '../data/value-sets/chronic-hepatitis-b.json' with { type: 'json' };
import chronicHepatitisC from '../data/value-sets/chronic-hepatitis-c.json' with { type: 'json' };
import syphilis from '../data/value-sets/syphilis.json' with { type: 'json' };
import cytomegalovirusInfection from '../data/value-sets/cytomegalovirus-infection.json' with { type: 'json' };
import prophylaxis from '../data/value-sets/prophylaxis.json' with { type: 'json' };

export const infectionFiles = [
  ['infection', infection],
  ['urinary-tract-infection', urinaryTractInfection],
  ['sepsis', sepsis],
  ['pneumonia', pneumonia],
  ['active-tuberculosis', activeTuberculosis],
  ['latent-tuberculosis', latentTuberculosis],
  ['hiv-infection', hivInfection],
  ['chronic-hepatitis-b', chronicHepatitisB],
  ['chronic-hepatitis-c', chronicHepatitisC],
  ['syphilis', syphilis],
  ['cytomegalovirus-infection', cytomegalovirusInfection],
  ['prophylaxis', prophylaxis],
] as const;
