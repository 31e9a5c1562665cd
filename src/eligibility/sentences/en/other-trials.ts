// Sentences about other clinical studies.

export const otherTrials = {
  'trials.ask': 'nothing on record shows whether the patient takes part in another study: ask the family',
  'trials.incomplete': 'the search for study participation is incomplete',
  'trials.participation': 'participation in other studies',
  'trials.taking-part': 'takes part in the interventional study {study}',
  'trials.ended-within': 'left the interventional study {study} on {end}, within {months} months before enrolment',
  'trials.ended-before': 'left the study {study} on {end}, more than {months} months before enrolment',
  'trials.end-unknown': 'left the study {study}; the record does not say exactly when',
  'trials.end-date': 'day on which the participation in {study} ended',
  'trials.observational': 'the study {study} only observes: whether it counts is for the investigator',
  'trials.kind-unknown': 'the record does not say whether the study {study} is interventional',
  'trials.status-unclear': 'the record does not say clearly whether the patient entered the study {study}',
  'trials.contradictory': 'recorded as still in the study {study}, but with an earlier end on {end}',
  'trials.future': 'participation in the study {study} begins after the screening date',
  'trials.own': 'participation in this study itself does not count',
  'trials.not-entered': 'screened for a study, not entered',
  'trials.unnamed': 'not named',
  'trials.evidence': 'participation in study {study}',
} as const satisfies Record<string, string>;
