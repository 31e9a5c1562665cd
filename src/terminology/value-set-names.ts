// What are our value sets called, and what is in each?

/** Every value set with its meaning; `data/value-sets/<name>.json` holds it. */
export const valueSetNames = [
  // Lupus
  'sle', // systemic lupus erythematosus with every organ form; not drug-induced, cutaneous only or neonatal
  'sle-possible', // "lupus erythematosus" without saying systemic
  'drug-induced-lupus',
  'cutaneous-lupus-only', // any purely cutaneous lupus (L93)
  'neonatal-lupus',
  'lupus-nephritis', // any class, and lupus tubulo-interstitial nephritis
  'lupus-nephritis-class-ii', // class named by code or text; "III+V" is in class-iii and class-v
  'lupus-nephritis-class-iii',
  'lupus-nephritis-class-iv',
  'lupus-nephritis-class-v',
  'crescentic-nephritis', // rapidly progressive or crescentic glomerulonephritis
  'connective-tissue-nephritis', // the asterisk codes N08.5 and N16.4, where the dagger code M32.1 stands apart
  'neuropsychiatric-lupus', // central nervous system lupus
  'peripheral-neuropathic-lupus', // peripheral neuropathy in lupus: not CNS
  'lupus-pericarditis',
  'lupus-cardiomyopathy',
  'lupus-pneumonitis',
  'discoid-lupus',
  'subacute-cutaneous-lupus',
  'acute-cutaneous-lupus', // malar (butterfly) rash, generalised maculopapular lupus rash
  'oral-ulcer', // oral or nasal ulcers
  'alopecia-nonscarring',
  'seizure', // seizures and epilepsy
  'psychosis',
  'delirium',
  'organic-brain-syndrome', // acute confusional state, encephalopathy
  'synovitis-arthritis',
  'pleural-effusion',
  'pleurisy',
  'pericarditis',
  'pericardial-effusion', // any size, with tamponade
  'pericardial-tamponade',
  'myositis',
  'vasculitis', // in the SLEDAI sense, also vasculitic skin ulcers
  'retinal-or-optic-lupus', // visual disturbance: optic neuritis, retinal changes
  'stroke', // cerebrovascular accident
  'cranial-neuropathy',
  'nervous-disorder', // of the central nervous system, that lupus may cause, beyond those of SLEDAI-2K
  'lupus-headache',
  'lupus-rash', // inflammatory rash of lupus of any kind
  // Infection
  'infection', // any infection but latent tuberculosis and carrier states
  'urinary-tract-infection',
  'sepsis',
  'pneumonia',
  'active-tuberculosis',
  'latent-tuberculosis',
  'hiv-infection',
  'chronic-hepatitis-b',
  'chronic-hepatitis-c',
  'syphilis',
  'cytomegalovirus-infection',
  'prophylaxis', // said of a drug's reason: prophylactic use
  // Drugs and pregnancy
  'g6pd-deficiency',
  'retinopathy-maculopathy',
  'pregnancy',
  'permanent-sterility',
  // Kidney replacement and apheresis
  'dialysis', // any renal replacement therapy, dialysis dependence, crrt
  'crrt',
  'plasma-exchange', // plasma exchange, plasmapheresis, immunoadsorption
  'leukapheresis',
  'end-stage-renal-disease',
  // Transplantation
  'organ-transplant', // solid organ: procedure, status or complication
  'minor-tissue-transplant', // skin, bone, cornea, autotransplant of an own organ
  'hsct', // haematopoietic stem cell or bone marrow transplantation
  'gvhd',
  'transplant-course', // conditioning before it, donor lymphocytes after it
  'transplant-unclear', // a transplant or stem cells of which nobody says what: a named one is in its own set beside this
  // Neoplasms
  'malignancy', // malignant neoplasm
  'malignancy-history', // personal history of one
  'in-situ-or-borderline-neoplasm',
  'benign-neoplasm',
  'neoplasm-unclear', // a neoplasm of which nobody says what: a named one is in its own set beside this
  'cancer-treatment', // chemotherapy or radiotherapy of a neoplasm, care after it
  // Heart
  'chd', // congenital heart disease that excludes
  'chd-trivial', // patent foramen ovale, bicuspid aortic valve, closed small shunt
  'outflow-stenosis', // of the pulmonary or aortic valve, not said to be congenital
  'heart-surgery', // of which nobody says what for
  'congenital-heart-block',
  'myocardial-infarction', // acute
  'old-myocardial-infarction',
  'ventricular-tachycardia', // and ventricular fibrillation, torsades
  'multifocal-svt', // multifocal, frequent or incessant supraventricular tachycardia
  'paroxysmal-svt', // supraventricular tachycardia without that
  'other-arrhythmia', // fibrillation, flutter, block, long QT, frequent extrasystoles …
  'myocarditis',
  'heart-failure',
  'shock', // shock of any kind, hypotension needing pressors
  'hypertensive-emergency',
  // Lung
  'interstitial-lung-disease',
  'alveolar-haemorrhage',
  'pulmonary-hypertension',
  'pulmonary-embolism',
  'pneumothorax',
  'respiratory-failure',
  'acute-lung-disease', // other acute lung disease: ARDS, pneumonitis, pulmonary oedema
  'home-oxygen', // long-term oxygen, dependence on oxygen
  'mechanical-ventilation', // invasive or not, dependence on a ventilator
  'icu', // admission to or treatment in intensive care
  // Other diseases
  'other-glucocorticoid-disease', // other disease usually treated with long-term glucocorticoid or immunosuppressant
  'sle-secondary', // AIHA, ITP, TTP, macrophage activation …: belongs to lupus, is no other disease
  'overlap-mctd', // overlap syndrome, mixed or undifferentiated connective tissue disease
  'allergic-or-eczema', // allergic rhinitis, eczema, urticaria …: no other disease in the sense of E5
  'hypersensitivity-reaction', // drug or transfusion reaction
  // Cell therapy
  'car-t-procedure', // infusion of CAR-T cells, or a personal history of it
  'car-nk-or-tcr-t', // other engineered cells (CAR-NK, TCR-T, TIL), or a complication that points to engineered cells
] as const;

export type ValueSetName = (typeof valueSetNames)[number];
