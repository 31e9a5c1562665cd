// Which numbers and windows does the registry leave open, and what do we use until the investigator decides?

/**
 * Every default that goes beyond the registry text, by name. A site can change each of them; the printed protocol shows them.
 * Windows are days back from the screening date, inclusive.
 */
export type Settings = {
  readonly laboratoryWindowDays: number;
  readonly oxygenSaturationWindowDays: number;
  readonly heartImagingWindowDays: number;
  readonly reportWindowDays: number;
  readonly heightWindowDays: number;
  readonly serologyWindowDays: number;
  readonly viralLoadWindowDays: number;
  readonly pregnancyTestWindowDays: number;
  readonly preMenarcheWindowDays: number;
  readonly activityWindowDays: number;
  readonly medicationHistoryWindowDays: number;
  readonly moderateActivityFrom: number;
  readonly arthritisJoints: number;
  readonly highDoseMgPerKgPerDay: number;
  readonly highDoseDays: number;
  readonly highDoseMonths: number;
  readonly highDoseGapDays: number;
  readonly highDoseRecentDays: number;
  readonly highDoseNearDays: number;
  readonly glucocorticoidReading: 'strict' | 'cumulative' | 'regimen';
  readonly adequateDays: number;
  readonly adequateGapDays: number;
  readonly adequateBiologicDays: number;
  readonly cyclophosphamideMonthlyDoses: number;
  readonly cyclophosphamideFortnightlyDoses: number;
  readonly rituximabInfusions: number;
  readonly centralNervousSystemWindowDays: number;
  readonly dialysisRecentDays: number;
  readonly dialysisWindowMonths: number;
  readonly biopsyWindowMonths: number;
  readonly proteinuriaSignalMgPerG: number;
  readonly filtrationSignalBelow: number;
  readonly filtrationFallShare: number;
  readonly filtrationFallMonths: number;
  readonly infarctionWindowMonths: number;
  readonly vasopressorWindowHours: number;
  readonly antihypertensiveWindowDays: number;
  readonly respiratorySupportWindowDays: number;
  readonly otherDiseaseGlucocorticoidDays: number;
  readonly infectionTreatmentWindowDays: number;
  readonly graftVersusHostWindowDays: number;
  readonly liveVaccineWindowDays: number;
  readonly vaccineRecordMonths: number;
  readonly otherTrialMonths: number;
  readonly ageOutWarningDays: number;
};

/** The defaults: clinical specification, 1.4, sections 4 to 7; `setting-notes.ts` says which the trial itself gives. */
export const defaults: Settings = {
  laboratoryWindowDays: 30,
  oxygenSaturationWindowDays: 30,
  heartImagingWindowDays: 90,
  reportWindowDays: 90,
  heightWindowDays: 180,
  serologyWindowDays: 90,
  viralLoadWindowDays: 30,
  pregnancyTestWindowDays: 7,
  preMenarcheWindowDays: 90,
  activityWindowDays: 30,
  medicationHistoryWindowDays: 90,
  moderateActivityFrom: 7,
  arthritisJoints: 2,
  highDoseMgPerKgPerDay: 1,
  highDoseDays: 90,
  highDoseMonths: 3,
  highDoseGapDays: 7,
  highDoseRecentDays: 365,
  highDoseNearDays: 84,
  glucocorticoidReading: 'strict',
  adequateDays: 90,
  adequateGapDays: 14,
  adequateBiologicDays: 84,
  cyclophosphamideMonthlyDoses: 3,
  cyclophosphamideFortnightlyDoses: 6,
  rituximabInfusions: 2,
  centralNervousSystemWindowDays: 60,
  dialysisRecentDays: 60,
  dialysisWindowMonths: 3,
  biopsyWindowMonths: 6,
  proteinuriaSignalMgPerG: 3000,
  filtrationSignalBelow: 45,
  filtrationFallShare: 0.3,
  filtrationFallMonths: 3,
  infarctionWindowMonths: 6,
  vasopressorWindowHours: 24,
  antihypertensiveWindowDays: 7,
  respiratorySupportWindowDays: 30,
  otherDiseaseGlucocorticoidDays: 28,
  infectionTreatmentWindowDays: 7,
  graftVersusHostWindowDays: 14,
  liveVaccineWindowDays: 28,
  vaccineRecordMonths: 24,
  otherTrialMonths: 3,
  ageOutWarningDays: 60,
};
