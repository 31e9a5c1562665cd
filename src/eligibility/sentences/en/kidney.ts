// Sentences about the glomerular filtration rate.

export const kidney = {
  'kidney.met': 'estimated filtration rate is at least {limit} mL/min/1.73 m² by every way it is known',
  'kidney.not-met': 'estimated filtration rate is below {limit} mL/min/1.73 m² by every way it is known',
  'kidney.sides-differ': 'the ways to the filtration rate lead to different sides of {limit} mL/min/1.73 m²',
  'kidney.undecided': 'the filtration rate lies on both sides of {limit} mL/min/1.73 m² as far as it is known',
  'kidney.unsteady':
    'creatinine changed by more than half within a week: a filtration rate compared with {limit} would mislead',
  'kidney.on-dialysis':
    'dialysis is or may be given these days: a filtration rate compared with {limit} mL/min/1.73 m² would mislead',
  'kidney.incomplete':
    'a search is incomplete: a result or a dialysis that changes the comparison with {limit} may have been missed',
  'kidney.no-age': 'the age is not known, or is one for which no equation is made',
  'kidney.birth-date': 'date of birth',
  'kidney.computed': 'eGFR by {equation} from creatinine {creatinine} and height {height}',
  'kidney.implied': 'CKiD U25 implied by the reported Schwartz value {value}',
  'kidney.not-for-children': '{what}: not made for this age, not used',
  'kidney.by-cystatin': 'eGFR by CKiD U25 from cystatin C {value}',
  'kidney.cystatin-alone':
    'only cystatin C speaks of the filtration rate, and puts it below {limit} mL/min/1.73 m² or not surely above; glucocorticoids raise cystatin C: a creatinine with a height would tell',
  'kidney.cystatin-below':
    'by cystatin C alone the filtration rate is below {limit} mL/min/1.73 m², or not surely above; glucocorticoids raise cystatin C',
  'kidney.dialysis': 'dialysis: {name}',
} as const satisfies Record<string, string>;
