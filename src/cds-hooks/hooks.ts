// Who answers which hook?

import { appointmentBook } from './appointment-book.ts';
import { orderDispatch, orderSelect, orderSign } from './order-hooks.ts';
import { patientView } from './patient-view.ts';
import type { Hook } from './hook.ts';

export const hooks: ReadonlyMap<string, Hook> = new Map([
  ['patient-view', patientView],
  ['encounter-start', patientView],
  ['order-select', orderSelect],
  ['order-sign', orderSign],
  ['order-dispatch', orderDispatch],
  ['appointment-book', appointmentBook],
]);
