// What does the registration say, word for word, with the comparison signs that its public copies lost put back?

/**
 * The criteria as registered (ClinicalTrials.gov NCT06222853, version with age 5 to 18 years). The signs ≥ and ≤, lost in the
 * public copies, are restored after copies that kept them; "Asparagus cochinchinensis transase" is a machine translation of
 * the Chinese for aspartate aminotransferase (AST) and "Beliumab" is belimumab.
 */
export const inclusionTexts = {
  I1: 'Age: 5-18 years old (including threshold)',
  I2: 'Diagnosed with SLE according to the 2019 EULAR/ACR SLE classification criteria; Still in moderate to severe disease activity despite ≥3M of high dose glucocorticoids (prednisone ≥1 mg/kg/d or other equivalent amount of other steroid), hydroxychloroquine and at least 2 of the following treatments (cyclophosphamide, MMF, azathioprine, methotrexate, cyclosporin, tacrolimus, sirolimus, leflunomide, telitacicept, Beliumab, and rituximab); or Intolerant to standard treatments',
  I3: 'SLEDAI 2K score ≥8 points',
  I4: 'The functions of important organs are basically normal: Cardiac function: Left ventricular ejection fraction (LVEF) ≥55% with no obvious abnormality in electrocardiogram; Renal function: eGFR ≥30 mL/min/1.73m2; Liver function: Asparagus cochinchinensis transase (AST) and Alanine Aminotransferase (ALT) ≤3.0 ULN, Total Bilirubin (TBIL) in serum ≤2.0×ULN; Lung function: No serious lung lesions, SpO2 ≥92%',
  I5: 'Met the standards of leukapheresis or intravenous blood collection, No contraindication for cell collection',
  I6: 'Negative pregnancy test for female Subjects of childbearing age, agree to take effective contraceptive measures the first year after CAR-T infusion',
  I7: 'Participants or their guardians agrees to participate in the clinical trial and sign the informed consent form which indicating that he/she understands the purpose and procedure of the clinical trial and is willing to participate in the study',
} as const;

export const exclusionTexts = {
  E1: 'Received CAR T cell therapy previously',
  E2: 'Central nervous system (CNS) disease: CNS neurolupus requires intervention within 60 days',
  E3: 'Severe acute nephritis: Patients who have accepted or was undergoing renal replacement therapy within 3 months prior to transfusion; Or in the investigator’s opinion, patients who is likely to have significant kidney disease within 3 months of the study which need high dose glucocorticoid (prednisone dose ≥1 mg/kg/day or equivalent amount of other steroid), cyclophosphamide, or MMF treatment',
  E4: 'Have a history of congenital heart disease or acute myocardial infarction within 6 months prior to screening; Or severe arrhythmias (including multisource frequent supraventricular tachycardia, ventricular tachycardia, etc.); Or combined with moderate to massive pericardial effusion, serious myocarditis, etc; Or patients with unstable vital signs who need hypertensive drugs',
  E5: 'Suffer from other diseases that require long-term use of glucocorticoid or high-dose of immunosuppressive agents',
  E6: 'Uncontrollable infection, or active infection that requires systemic treatment within 1 week prior to screening',
  E7: 'History of organ transplantation or hematopoietic stem cell transplantation, or ≥Grade 2 GVHD within 2 weeks prior to screening',
  E8: 'Hepatitis B surface antigen (HBsAg) or hepatitis B core antibody (HBcAb) positive and peripheral blood hepatitis B virus (HBV) DNA titer greater than the normal reference value range; Or hepatitis C virus (HCV) antibody positive and peripheral blood hepatitis C virus (HCV) RNA titer greater than the normal reference value range; Or positive for human immunodeficiency virus (HIV) antibodies; Or syphilis test positive; Or cytomegalovirus (CMV) DNA test positive',
  E9: 'Received live vaccine within 4 weeks before screening',
  E10: 'Tested positive in Blood pregnancy test',
  E11: 'Previous or concurrent malignancy',
  E12: 'Patients who participated in other clinical study within 3 months prior to enrollment',
  E13: 'Any other conditions that the investigators deem it unsuitable for the study',
} as const;
