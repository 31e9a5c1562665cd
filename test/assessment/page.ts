// The evidence page as the tests play it: what a browser sends by itself, and the header that the page adds.

import request, { type Test } from 'supertest';
import { pageHeader } from '../../src/report/assessment-api.ts';
import type { AppUnderTest } from '../app-under-test.ts';
import { storyNamed } from '../report/reports.ts';

/** A record that is assessed as of the day of the application under test. */
export const girlRecord = storyNamed('candidate-girl').bundle;

export const fromOwnPage = { [pageHeader]: '1', 'Sec-Fetch-Site': 'same-origin', Origin: 'https://cds.example.org' };

export const ask = (
  { app }: AppUnderTest,
  body: string | object | undefined,
  headers: Readonly<Record<string, string>> = fromOwnPage,
  path = '/assessment',
): Test => request(app).post(path).set('Content-Type', 'application/json').set(headers).send(body);
