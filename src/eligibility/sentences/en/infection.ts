// Sentences about active infection.

export const infection = {
  'infection.what': 'an active infection and a systemic treatment of one',
  'infection.decides': '{infection} is present',
  'infection.called-past':
    '{infection}: its name says that it was, the record does not call it over: whether it is active is for the investigator',
  'infection.treated': '{infection} is active and was treated systemically on {since} or later',
  'infection.treated-for': '{drug} was given for {reason}',
  'infection.untreated': '{infection} is active, no systemic treatment on {since} or later is on record',
  'infection.lasting':
    '{infection}: treated on {since} or later; the tests of the blood decide on the infection itself',
  'infection.doubtful': '{infection} is suspected or recorded in contradictory terms',
  'infection.status-not-stated': 'the record does not say whether {infection} is still present',
  'infection.treatment-date-unknown': '{infection} is active, and a treatment may have been given on {since} or later',
  'infection.drug-date-unknown': 'the record does not say exactly when or how {drug} was last given',
  'infection.drug-alone': '{drug} was given without an active infection on record',
  'infection.unread-drug': 'a medication that may be an anti-infective has a code and a name that disagree',
  'infection.unknown-drug': 'a medication whose name is unknown is called as anti-infectives are',
  'infection.last-dose': 'day and route of the last dose of {drugs}',
  'infection.treatment': 'systemic anti-infective',
  'infection.preventive': 'preventive, does not count',
  'infection.past': 'infection that is over',
} as const satisfies Record<string, string>;
