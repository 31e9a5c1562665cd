import { observation } from '../../../builders.ts';
import { administration, condition, procedure, report } from '../../../facts/history-entries.ts';
import { ago } from '../../../facts/glucocorticoids/prednisone.ts';
import { inUnreadable, prove } from './prove.ts';

prove('E1', {
  E1: {
    'a CAR-T infusion, undated': [[procedure('CD19 CAR-T细胞回输')]],
    'cells collected, no infusion on record': [[procedure('CAR-T cell collection', ago(31))]],
    'nothing on record, all searches complete': [[]],
    'nothing on record, procedures could not be read': [[], inUnreadable('procedures')],
  },
});

const present = condition('cn M32.114+G94.8* 狼疮性脑病');
const pulse = (date: string) => administration('methylprednisolone', date);

prove('E2', {
  E2: {
    'present neuropsychiatric lupus, pulse 60 days ago': [[present, pulse(ago(60))]],
    'present neuropsychiatric lupus, pulse 61 days ago': [[present, pulse(ago(61))]],
    'a pulse 10 days ago, no neuropsychiatric lupus on record': [[pulse(ago(10))]],
    'the diagnoses could not be read': [[], inUnreadable('conditions')],
  },
});

const proteinuria = (mgPerG: number) => observation('2890-2', mgPerG, 'mg/g', ago(4));

prove('E3', {
  'E3.RRT': {
    'last haemodialysis 60 days ago': [[procedure('Hemodialysis', ago(60))]],
    'last haemodialysis 61 days ago': [[procedure('Hemodialysis', ago(61))]],
    'last haemodialysis 3 months and a day ago': [[procedure('Hemodialysis', '2026-02-28')]],
    'haemodialysis, nobody says when': [[procedure('Hemodialysis')]],
  },
  'E3.kidney': {
    'urine protein/creatinine ratio of 3000 mg/g': [[proteinuria(3000)]],
    'urine protein/creatinine ratio of 2990 mg/g': [[proteinuria(2990)]],
    'class IV in a biopsy 6 months ago': [[report('Lupus nephritis, ISN/RPS class IV-G (A)', '2025-12-01')]],
    'the results could not be read': [[], inUnreadable('observations')],
  },
});
