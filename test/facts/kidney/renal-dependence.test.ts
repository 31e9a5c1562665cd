// What does a diagnosis of dependence on dialysis say of renal replacement, and when is it asked again?

import { describe } from 'vitest';
import { say } from '../../../src/logic/message.ts';
import { condition, verified } from '../history-entries.ts';
import {
  absent,
  answers,
  dependence,
  depends,
  diagnosed,
  doubtful,
  going,
  last,
  open,
  over,
  unstated,
} from './renal-answers.ts';

describe('dependence on dialysis', () => {
  const month = ['2026-07-01', '2026-08-01', '2026-08-02'];
  answers([
    ['that is present excludes', dependence({ onsetDateTime: '2025-01-01' }), going(diagnosed('2025-01-01'))],
    [
      'that is only suspected is for the investigator',
      dependence(verified('provisional')),
      doubtful(diagnosed(undefined, 'unconfirmed')),
    ],
    [
      'of which only a catheter is named is for the investigator',
      condition('Care of dialysis catheter'),
      doubtful({ ...diagnosed(), value: 'Care of dialysis catheter' }),
    ],
    [
      'that ended a month ago excludes',
      over({ abatementDateTime: '2026-05-01' }),
      last('met', '2026-05-01', month, diagnosed()),
    ],
    [
      'that is called active and ended long ago does not exclude',
      dependence({ abatementDateTime: '2026-02-28' }),
      last('not-met', '2026-02-28', ['2026-04-30', '2026-05-28', '2026-05-29'], diagnosed()),
    ],
    [
      'that is over and began a month ago excludes: its sessions were held since',
      over({ onsetDateTime: '2026-05-01' }),
      last('met', '2026-05-01', month, diagnosed('2026-05-01')),
    ],
    [
      'that began a month ago excludes whether it is over or not',
      unstated({ onsetDateTime: '2026-05-01' }),
      last('met', '2026-05-01', month, diagnosed('2026-05-01')),
    ],
    [
      'that is over and began 61 days ago may have ended any day since',
      over({ onsetDateTime: '2026-04-01' }),
      open(diagnosed('2026-04-01')),
    ],
    ['that may be over and began long ago', unstated({ onsetDateTime: '2025-01-01' }), open(diagnosed('2025-01-01'))],
    [
      'that is over and was written down a month ago may have ended years before',
      over({ recordedDate: '2026-05-01' }),
      open(diagnosed('2026-05-01')),
    ],
    ['that is over, nobody says when', over(), open(diagnosed())],
    [
      'that is refuted is shown',
      dependence(verified('refuted')),
      absent({
        ignored: [{ reference: 'Condition/r1', label: say('record.refuted', { status: 'refuted' }), value: depends }],
        flags: ['IGNORED_INVALID_EVIDENCE'],
      }),
    ],
  ]);
});
