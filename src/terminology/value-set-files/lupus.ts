// Which data files hold the value sets on lupus?

import sle from '../data/value-sets/sle.json' with { type: 'json' };
import slePossible from '../data/value-sets/sle-possible.json' with { type: 'json' };
import drugInducedLupus from '../data/value-sets/drug-induced-lupus.json' with { type: 'json' };
import cutaneousLupusOnly from '../data/value-sets/cutaneous-lupus-only.json' with { type: 'json' };
import neonatalLupus from '../data/value-sets/neonatal-lupus.json' with { type: 'json' };
import lupusNephritis from '../data/value-sets/lupus-nephritis.json' with { type: 'json' };
import connectiveTissueNephritis from '../data/value-sets/connective-tissue-nephritis.json' with { type: 'json' };
import lupusNephritisClassIi from '../data/value-sets/lupus-nephritis-class-ii.json' with { type: 'json' };
import lupusNephritisClassIii from '../data/value-sets/lupus-nephritis-class-iii.json' with { type: 'json' };
import lupusNephritisClassIv from '../data/value-sets/lupus-nephritis-class-iv.json' with { type: 'json' };
import lupusNephritisClassV from '../data/value-sets/lupus-nephritis-class-v.json' with { type: 'json' };
import crescenticNephritis from '../data/value-sets/crescentic-nephritis.json' with { type: 'json' };
import neuropsychiatricLupus from '../data/value-sets/neuropsychiatric-lupus.json' with { type: 'json' };
import peripheralNeuropathicLupus from '../data/value-sets/peripheral-neuropathic-lupus.json' with { type: 'json' };
import lupusPericarditis from '../data/value-sets/lupus-pericarditis.json' with { type: 'json' };
import lupusCardiomyopathy from '../data/value-sets/lupus-cardiomyopathy.json' with { type: 'json' };
import lupusPneumonitis from '../data/value-sets/lupus-pneumonitis.json' with { type: 'json' };
import discoidLupus from '../data/value-sets/discoid-lupus.json' with { type: 'json' };
import subacuteCutaneousLupus from '../data/value-sets/subacute-cutaneous-lupus.json' with { type: 'json' };
import acuteCutaneousLupus from '../data/value-sets/acute-cutaneous-lupus.json' with { type: 'json' };
import oralUlcer from '../data/value-sets/oral-ulcer.json' with { type: 'json' };
import alopeciaNonscarring from '../data/value-sets/alopecia-nonscarring.json' with { type: 'json' };
import seizure from '../data/value-sets/seizure.json' with { type: 'json' };
import psychosis from '../data/value-sets/psychosis.json' with { type: 'json' };
import delirium from '../data/value-sets/delirium.json' with { type: 'json' };
import organicBrainSyndrome from '../data/value-sets/organic-brain-syndrome.json' with { type: 'json' };
import synovitisArthritis from '../data/value-sets/synovitis-arthritis.json' with { type: 'json' };
import pleuralEffusion from '../data/value-sets/pleural-effusion.json' with { type: 'json' };
import pleurisy from '../data/value-sets/pleurisy.json' with { type: 'json' };
import pericarditis from '../data/value-sets/pericarditis.json' with { type: 'json' };
import pericardialEffusion from '../data/value-sets/pericardial-effusion.json' with { type: 'json' };
import pericardialTamponade from '../data/value-sets/pericardial-tamponade.json' with { type: 'json' };
import myositis from '../data/value-sets/myositis.json' with { type: 'json' };
import vasculitis from '../data/value-sets/vasculitis.json' with { type: 'json' };
import retinalOrOpticLupus from '../data/value-sets/retinal-or-optic-lupus.json' with { type: 'json' };
import stroke from '../data/value-sets/stroke.json' with { type: 'json' };
import nervousDisorder from '../data/value-sets/nervous-disorder.json' with { type: 'json' };
import cranialNeuropathy from '../data/value-sets/cranial-neuropathy.json' with { type: 'json' };
import lupusHeadache from '../data/value-sets/lupus-headache.json' with { type: 'json' };
import lupusRash from '../data/value-sets/lupus-rash.json' with { type: 'json' };

export const lupusFiles = [
  ['sle', sle],
  ['sle-possible', slePossible],
  ['drug-induced-lupus', drugInducedLupus],
  ['cutaneous-lupus-only', cutaneousLupusOnly],
  ['neonatal-lupus', neonatalLupus],
  ['lupus-nephritis', lupusNephritis],
  ['connective-tissue-nephritis', connectiveTissueNephritis],
  ['lupus-nephritis-class-ii', lupusNephritisClassIi],
  ['lupus-nephritis-class-iii', lupusNephritisClassIii],
  ['lupus-nephritis-class-iv', lupusNephritisClassIv],
  ['lupus-nephritis-class-v', lupusNephritisClassV],
  ['crescentic-nephritis', crescenticNephritis],
  ['neuropsychiatric-lupus', neuropsychiatricLupus],
  ['peripheral-neuropathic-lupus', peripheralNeuropathicLupus],
  ['lupus-pericarditis', lupusPericarditis],
  ['lupus-cardiomyopathy', lupusCardiomyopathy],
  ['lupus-pneumonitis', lupusPneumonitis],
  ['discoid-lupus', discoidLupus],
  ['subacute-cutaneous-lupus', subacuteCutaneousLupus],
  ['acute-cutaneous-lupus', acuteCutaneousLupus],
  ['oral-ulcer', oralUlcer],
  ['alopecia-nonscarring', alopeciaNonscarring],
  ['seizure', seizure],
  ['psychosis', psychosis],
  ['delirium', delirium],
  ['organic-brain-syndrome', organicBrainSyndrome],
  ['synovitis-arthritis', synovitisArthritis],
  ['pleural-effusion', pleuralEffusion],
  ['pleurisy', pleurisy],
  ['pericarditis', pericarditis],
  ['pericardial-effusion', pericardialEffusion],
  ['pericardial-tamponade', pericardialTamponade],
  ['myositis', myositis],
  ['vasculitis', vasculitis],
  ['retinal-or-optic-lupus', retinalOrOpticLupus],
  ['stroke', stroke],
  ['cranial-neuropathy', cranialNeuropathy],
  ['nervous-disorder', nervousDisorder],
  ['lupus-headache', lupusHeadache],
  ['lupus-rash', lupusRash],
] as const;
