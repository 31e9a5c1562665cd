// The later version of the registration: the same criteria, with no upper limit of age.

import { protocol } from '../../eligibility/declared.ts';
import { nct06222853From5To18 } from '../nct06222853-5to18/protocol.ts';
import { ageFrom5 } from './i1-age.ts';
import { zhCN } from './zh-CN.ts';
import signatures from './signoff.json' with { type: 'json' };

export const nct06222853From5 = protocol({
  ...nct06222853From5To18,
  version: 'from5',
  title: 'CD19 CAR-T cells in refractory systemic lupus erythematosus (5 years and older)',
  ages: { from: 5 },
  inclusion: { ...nct06222853From5To18.inclusion, I1: ageFrom5 },
  texts: { ...nct06222853From5To18.texts, I1: ageFrom5.text },
  translations: { 'zh-CN': zhCN },
  signatures,
});
