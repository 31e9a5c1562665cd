// Sentences about renal replacement therapy and nephritis.

export const renal = {
  'renal.replacement': 'renal replacement therapy',
  'renal.ongoing': '{name} is going on',
  'renal.doubtful': 'possibly renal replacement therapy: {name}',
  'renal.met': '{name}, last on {date}: within {days} days before the screening',
  'renal.needs-investigator':
    '{name}, last on {date}: more than {days} days ago but within {months} months before the screening',
  'renal.not-met': '{name}, last on {date}: more than {months} months before the screening',
  'renal.met-infusion': '{name}, last on {date}: within {months} months before the planned infusion',
  'renal.not-met-infusion': '{name}, last on {date}: more than {months} months before the planned infusion',
  'renal.last-unknown': 'the record does not say exactly enough when {name} was last done',
  'renal.last-day': 'day of the last {name}',
  'nephritis.what': 'a kidney disease likely to need intensive treatment',
  'nephritis.present': '{name} on record',
  'nephritis.biopsy': 'class III or IV or crescents in the report of {date}, within {months} months',
  'nephritis.biopsy-undated':
    'class III or IV or crescents in a report of an unknown date, which may lie within {months} months',
  'nephritis.protein': 'urine protein/creatinine ratio {value}, limit {limit} mg/g',
  'nephritis.filtration': 'eGFR below {limit} mL/min/1.73 m², or not surely above it',
  'nephritis.filtration-open': 'whether the eGFR is below {limit} mL/min/1.73 m² cannot be told',
  'nephritis.filtration-cystatin':
    'eGFR by cystatin C below {limit} mL/min/1.73 m², or not surely above it; glucocorticoids raise cystatin C',
  'nephritis.falling': 'filtration rate fell by {percent} % within {months} months',
} as const satisfies Record<string, string>;
