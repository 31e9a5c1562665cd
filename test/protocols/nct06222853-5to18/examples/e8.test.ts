import { observation, textObservation } from '../../../builders.ts';
import { ago } from '../../../facts/glucocorticoids/prednisone.ts';
import { prove } from './prove.ts';

const positive = (name: string, date = ago(12)) => textObservation(name, '阳性(+)', date);
const negative = (name: string, date = ago(12)) => textObservation(name, '阴性(-)', date);
const load = (code: string, value: number) =>
  observation(code, value, '[IU]/mL', ago(12), {
    referenceRange: [{ high: { value: 20, unit: 'IU/mL', code: '[IU]/mL' } }],
  });
const [surface, core] = ['乙肝表面抗原(HBsAg)', '乙肝核心抗体(HBcAb)'] as const;

prove('E8', {
  'E8.HBV': {
    'HBcAb positive, HBV DNA above its reference': [[positive(core), load('42595-9', 21)]],
    'HBcAb positive, HBV DNA at its reference': [[positive(core), load('42595-9', 20)]],
    'HBcAb positive, no HBV DNA': [[positive(core)]],
    'HBsAg and HBcAb negative 91 days ago': [[negative(surface, ago(91)), negative(core, ago(91))]],
  },
  'E8.HCV': {
    'antibody positive, HCV RNA above its reference': [[positive('丙肝抗体'), load('11011-4', 21)]],
    'antibody negative 90 days ago': [[negative('丙肝抗体', ago(90))]],
    'antibody negative 91 days ago': [[negative('丙肝抗体', ago(91))]],
    'antibody negative, HCV RNA above its reference': [[negative('丙肝抗体'), load('11011-4', 21)]],
  },
  'E8.HIV': {
    'confirmed positive in 2012': [[positive('HIV抗体确证试验', '2012-01-01')]],
    'screening test reactive, not confirmed': [[positive('HIV抗体')]],
    'screening test negative 90 days ago': [[negative('HIV抗体', ago(90))]],
    'screening test negative 91 days ago': [[negative('HIV抗体', ago(91))]],
  },
  'E8.syphilis': {
    'treponemal test positive in 2012': [[positive('梅毒螺旋体抗体(TPPA)', '2012-01-01')]],
    'RPR positive, treponemal test negative': [[positive('RPR'), negative('梅毒螺旋体抗体(TPPA)')]],
    'treponemal test negative 90 days ago': [[negative('梅毒螺旋体抗体(TPPA)', ago(90))]],
    'treponemal test negative 91 days ago': [[negative('梅毒螺旋体抗体(TPPA)', ago(91))]],
  },
  'E8.CMV': {
    'CMV DNA in blood positive 30 days ago': [[positive('血浆巨细胞病毒DNA', ago(30))]],
    'CMV DNA in blood negative 30 days ago': [[negative('血浆巨细胞病毒DNA', ago(30))]],
    'CMV DNA in blood positive 31 days ago': [[positive('血浆巨细胞病毒DNA', ago(31))]],
    'CMV DNA in urine positive, in blood negative': [[positive('尿巨细胞病毒DNA'), negative('血浆巨细胞病毒DNA')]],
  },
});
