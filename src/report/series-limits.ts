// Where does the trial draw the line in a curve? The numbers stand in the criteria themselves.

import { points } from '../protocols/nct06222853-5to18/i3-sledai-2k.ts';
import { mostTimesUpperLimit as mostAlt } from '../protocols/nct06222853-5to18/i4-alt.ts';
import { mostTimesUpperLimit as mostAst } from '../protocols/nct06222853-5to18/i4-ast.ts';
import { lowestFiltration } from '../protocols/nct06222853-5to18/i4-egfr.ts';
import { lowestEjectionFraction } from '../protocols/nct06222853-5to18/i4-lvef.ts';
import { lowestSaturation } from '../protocols/nct06222853-5to18/i4-spo2.ts';
import { mostTimesUpperLimit as mostBilirubin } from '../protocols/nct06222853-5to18/i4-tbil.ts';
import type { Series, SeriesId } from './chart.ts';

type Limit = NonNullable<Series['limit']>;

const atLeast = (value: number, criterion: string): Limit => ({ value, is: 'at-least', criterion });
const atMost = (value: number, criterion: string): Limit => ({ value, is: 'at-most', criterion });

export const seriesLimits: ReadonlyMap<SeriesId, Limit> = new Map<SeriesId, Limit>([
  ['SLEDAI-2K', atLeast(points, 'I3')],
  ['LVEF', atLeast(lowestEjectionFraction, 'I4.LVEF')],
  ['eGFR', atLeast(lowestFiltration, 'I4.eGFR')],
  ['ALT', atMost(mostAlt, 'I4.ALT')],
  ['AST', atMost(mostAst, 'I4.AST')],
  ['bilirubinTotal', atMost(mostBilirubin, 'I4.TBIL')],
  ['SpO2', atLeast(lowestSaturation, 'I4.SpO2')],
]);
