// What do the pages say about the score sheets? In English.

import type { Catalogue } from '../../../logic/words.ts';

export const scores = {
  'head.item': 'Item',
  'head.points': 'Points',
  'head.state': 'State',
  'head.rests-on': 'Rests on',
  'head.judgement': 'Your judgement',

  'score.recorded': 'Recorded:',
  'score.recorded-none': 'No recorded total counts: {why}',
  'state.present': 'present',
  'state.absent': 'absent',
  'state.possible': 'possible',
  'state.unknown': 'unknown',
  'state.signed': '{state} (as recorded)',
  'state.attributed': '{state} ({to})',
  'attributed.lupus': 'judged to be lupus',
  'attributed.not-lupus': 'judged not to be lupus',
  'attribute.lupus': 'Confirm',
  'attribute.not-lupus': 'Not lupus',
  'stated.not-kept': 'What you state changes the answers on this page at once. Nothing of it is stored.',

  'sledai.title': 'SLEDAI-2K',
  'sledai.total': '{lower} to {upper} points, from findings of the last {days} days',
  'sledai.counts': '{present} present, {absent} absent, {possible} possible, {unknown} unknown',
  'sledai.incomplete': 'A recorded total may have been missed: the results could not be read in full.',

  'eular.title': 'EULAR/ACR 2019',
  'eular.total': '{lower} points proven; classified as lupus from {from}; at most {upper}',
  'eular.entry.positive': 'Entry criterion: antinuclear antibodies positive.',
  'eular.entry.negative': 'Entry criterion: antinuclear antibodies negative.',
  'eular.entry.open': 'Entry criterion: antinuclear antibodies not clear.',
  'eular.entry.none': 'Entry criterion: no antinuclear antibodies on record.',
  'eular.domain': '{domain} ({points} of {most})',
  'eular.proven': 'proven',
  'eular.counted': 'proven, counts',
  'eular.possible': 'found, cause open',
  'eular.not-proven': 'not proven',
} as const satisfies Catalogue;
