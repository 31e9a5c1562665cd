// English: the statement that the medication history is complete.

export const medicationHistory = {
  'medication-history.statement': 'statement that the medication history is complete',
  'medication-history.missing':
    'a current statement, at most {days} days old, that the medication history is complete and outside prescriptions were reconciled',
  'medication-history.not-current': 'statement on the medication history that is not current, or not a snapshot',
  'medication-history.undated': 'statement on the medication history without a readable date',
  'medication-history.future': 'statement on the medication history dated after the screening date',
  'medication-history.lapsed': 'statement on the medication history that is too old',
  'medication-history.not-attested': 'nobody has stated that the medication history is complete',
  'medication-history.incomplete': 'the search for medications is incomplete',
  'medication-history.held':
    'whether and how long these were taken, whose entries are on hold, broken off or of unknown status: {drugs}',
  'medication-history.unread': 'medications that cannot be identified: {drugs}',
} as const satisfies Record<string, string>;
