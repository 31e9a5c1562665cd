// How does a page ask the service: what may be read, what does it say about a record?

import { isJson, objectsAt, textAt } from '../fhir/json.ts';
import { pageHeader, type AssessmentConfig, type AssessmentRequest } from '../report/assessment-api.ts';
import type { EvidenceReport } from '../report/evidence-report.ts';

/** The service said no: the code of its OperationOutcome, or the status where it sent none. */
export class ServiceRefusal extends Error {}

/** Addresses are relative to the page, so that a proxy may put a path before them. */
const at = (path: string): string => new URL(`../${path}`, location.href).href;

async function refusalOf(response: Response): Promise<ServiceRefusal> {
  const body: unknown = await response.json().catch(() => undefined);
  const [issue] = isJson(body) ? objectsAt(body, 'issue') : [];
  return new ServiceRefusal(issue === undefined ? undefined : textAt(issue, 'diagnostics'), {
    cause: response.status,
  });
}

async function post(path: string, request: AssessmentRequest, token: string | undefined): Promise<Response> {
  const response = await fetch(at(path), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      [pageHeader]: '1',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(request),
  });
  if (!response.ok) throw await refusalOf(response);
  return response;
}

/** What the page may read, and where. @throws ServiceRefusal */
export async function pageConfig(): Promise<AssessmentConfig> {
  const response = await fetch(at('assessment/config'), { headers: { accept: 'application/json' } });
  if (!response.ok) throw await refusalOf(response);
  const config: AssessmentConfig = await response.json();
  return config;
}

/** What the service says about a record. @throws ServiceRefusal */
export async function assessed(request: AssessmentRequest, token?: string): Promise<EvidenceReport> {
  const response = await post('assessment', request, token);
  const report: EvidenceReport = await response.json();
  return report;
}

/** The referral package: a FHIR document Bundle as text. @throws ServiceRefusal */
export const referralPackage = async (request: AssessmentRequest, token?: string): Promise<string> =>
  (await post('assessment/package', request, token)).text();
