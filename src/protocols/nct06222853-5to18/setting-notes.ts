// What is each setting, in which unit, and does the registry give its default?

import type { SettingNote } from '../../eligibility/readings.ts';
import type { Settings } from './settings.ts';

const registry = (what: string): SettingNote => ({ what, source: 'registry' });
const chosen = (what: string): SettingNote => ({ what, source: 'default' });

/** Windows are days back from the screening date, inclusive, unless the note says otherwise. */
export const settingNotes: Readonly<Record<keyof Settings, SettingNote>> = {
  laboratoryWindowDays: chosen('days for which creatinine, AST, ALT, bilirubin and urine protein count'),
  oxygenSaturationWindowDays: chosen('days for which an oxygen saturation counts'),
  heartImagingWindowDays: chosen(
    'days for which an ejection fraction, an electrocardiogram and the words of a heart report count',
  ),
  reportWindowDays: chosen(
    'days for which a report that names a disease of the lung, a neoplasm, a transplant or CAR-T therapy counts, and an acute infection of a visit',
  ),
  heightWindowDays: chosen('days for which a height counts'),
  serologyWindowDays: chosen('days for which a negative antibody or antigen test counts'),
  viralLoadWindowDays: chosen('days for which a viral load counts'),
  pregnancyTestWindowDays: chosen('days for which a pregnancy test counts'),
  preMenarcheWindowDays: chosen('days for which the statement "before menarche" counts'),
  activityWindowDays: chosen('days for which a lupus score and its items count'),
  medicationHistoryWindowDays: chosen('days for which the statement "the medication history is complete" counts'),
  moderateActivityFrom: chosen('SLEDAI-2K points from which activity is moderate'),
  arthritisJoints: chosen('swollen or tender joints from which arthritis counts as a SLEDAI-2K item'),
  highDoseMgPerKgPerDay: registry('prednisone equivalent of a high dose, mg per kg and day'),
  highDoseDays: chosen('days at the dose that are read as three months'),
  highDoseMonths: registry('unbroken calendar months at the dose'),
  highDoseGapDays: chosen('days of a break or a lower dose that do not end the course'),
  highDoseRecentDays: chosen('days since the end of the course up to which it counts'),
  highDoseNearDays: chosen('days at the dose from which a course that is too short goes to the investigator'),
  glucocorticoidReading: chosen(
    'strict: one course; cumulative: days in pieces within the window count too; regimen: a long course with high-dose days counts too',
  ),
  adequateDays: chosen('days of cover that make a treatment adequate'),
  adequateGapDays: chosen('days of a break that are bridged, not counted'),
  adequateBiologicDays: chosen('days of cover that make belimumab and telitacicept adequate'),
  cyclophosphamideMonthlyDoses: chosen('monthly intravenous doses of cyclophosphamide that are adequate'),
  cyclophosphamideFortnightlyDoses: chosen('fortnightly intravenous doses of cyclophosphamide that are adequate'),
  rituximabInfusions: chosen('infusions of one course of rituximab that are adequate'),
  centralNervousSystemWindowDays: registry('days in which an intervention for neuropsychiatric lupus excludes'),
  dialysisRecentDays: chosen('days since the last dialysis that exclude while the day of the infusion is not known'),
  dialysisWindowMonths: registry('calendar months before the infusion in which dialysis excludes'),
  biopsyWindowMonths: chosen('calendar months for which a kidney biopsy is a signal'),
  proteinuriaSignalMgPerG: chosen('urine protein/creatinine ratio from which it is a signal, mg/g'),
  filtrationSignalBelow: chosen('eGFR below which it is a signal, mL/min/1.73 m²'),
  filtrationFallShare: chosen('share of its earlier value by which eGFR must fall to be a signal (0.3 is 30 %)'),
  filtrationFallMonths: chosen('calendar months within which that fall counts'),
  infarctionWindowMonths: registry('calendar months in which a myocardial infarction excludes'),
  vasopressorWindowHours: chosen('hours for which a vasopressor counts'),
  antihypertensiveWindowDays: chosen('days for which an intravenous antihypertensive goes to the investigator'),
  respiratorySupportWindowDays: chosen('days for which oxygen or ventilation goes to the investigator'),
  otherDiseaseGlucocorticoidDays: chosen('days of glucocorticoid for another disease that are long-term use'),
  infectionTreatmentWindowDays: registry('days in which systemic treatment of an infection excludes'),
  graftVersusHostWindowDays: registry('days in which graft-versus-host disease of grade 2 or more excludes'),
  liveVaccineWindowDays: registry('days in which a live vaccine excludes'),
  vaccineRecordMonths: chosen(
    'calendar months in which some vaccination must be on record for "no live vaccine" to be believed',
  ),
  otherTrialMonths: registry('calendar months before enrolment in which another study excludes'),
  ageOutWarningDays: chosen('days before the patient becomes too old from which the reader is told'),
};
