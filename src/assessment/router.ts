// Which addresses does the evidence page ask?

import { Router, type RequestHandler, type Response } from 'express';
import { readBody } from '../cds-hooks/read-body.ts';
import { ServiceError } from '../errors.ts';
import type { Screening } from '../facts/screening.ts';
import type { Translate } from '../fhir/concept-reader.ts';
import { indexRecord } from '../fhir/index-record.ts';
import type { AssessmentConfig } from '../report/assessment-api.ts';
import { evidenceReportOf } from '../report/evidence-report-of.ts';
import type { EvidenceReport } from '../report/evidence-report.ts';
import { referralPackage } from '../report/referral-package.ts';
import type { Lexicon } from '../terminology/lexicon.ts';
import { readPageQuestion, type PageDefaults, type PageQuestion } from './request.ts';

export type AssessmentContext = {
  /** What the page has to know, asked under a host name. */
  readonly config: (host: string | undefined) => AssessmentConfig;
  /** Stand before everything that is posted. */
  readonly guards: readonly RequestHandler[];
  readonly defaults: () => PageDefaults;
  readonly site: Pick<Screening, 'site' | 'timeZone'>;
  readonly translate: Translate;
  readonly lexicon: Lexicon;
  readonly trial: { readonly recruiting: boolean; readonly contact?: string };
  readonly bodyLimit: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
};

/** `GET /assessment/config`, `POST /assessment` and `POST /assessment/package`. Nothing of what is posted is kept or logged. */
export function assessmentRouter(context: AssessmentContext): Router {
  const { config, guards, now, newId } = context;
  const router = Router();
  router.use('/assessment', (_request, response, next) => {
    response.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
    next();
  });

  router.get('/assessment/config', (request, response) => {
    response.json(config(request.headers.host));
  });

  router.post(
    '/assessment',
    ...guards,
    answering(context, (report, _question, response) => {
      response.json(report);
    }),
  );

  router.post(
    '/assessment/package',
    ...guards,
    answering(context, (report, { record, consent }, response) => {
      const bundle = referralPackage(record, report, { consent, now: new Date(now()).toISOString(), newId });
      response.type('application/fhir+json').send(JSON.stringify(bundle));
    }),
  );

  const methods = { '/assessment/config': 'GET', '/assessment': 'POST', '/assessment/package': 'POST' };
  for (const [path, allowed] of Object.entries(methods)) {
    router.all(path, (_request, response) => {
      response.set('Allow', allowed);
      throw new ServiceError('wrong-method');
    });
  }
  return router;
}

/** Reads what was posted and hands on the report. Express hands a rejection on to the error handler by itself. */
const answering =
  (
    context: AssessmentContext,
    answer: (report: EvidenceReport, question: PageQuestion, response: Response) => void,
  ): RequestHandler =>
  async (request, response) => {
    const question = readPageQuestion(await readBody(request, context.bodyLimit), context.defaults());
    answer(reportFor(question, context), question, response);
  };

function reportFor(question: PageQuestion, { site, translate, lexicon, trial }: AssessmentContext): EvidenceReport {
  const { record, protocol, stated, language } = question;
  const indexed = indexRecord(record, site.timeZone, translate, lexicon);
  const dropped = indexed.ignored.filter(({ why }) => why.id === 'record.other-patient').length;
  return evidenceReportOf(indexed, { ...site, ...stated }, { protocol, language, dropped, ...trial });
}
