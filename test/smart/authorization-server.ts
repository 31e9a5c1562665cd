// A small SMART authorization server with a FHIR server behind it, as an EHR has them: it proves that a launch works.
//
// It signs the user in without asking. Everything that makes a launch safe is checked: client, redirect address, audience,
// PKCE with S256, a code that is used once, and a bearer token at every FHIR request.

import { createHash, randomUUID } from 'node:crypto';
import express, { type Express, type RequestHandler } from 'express';

export type SmartOptions = {
  readonly clientId: string;
  /** Where the page wants the browser back. */
  readonly redirectUri: () => string;
  /** Patient that is open in the EHR. */
  readonly patient: string;
  /** Answers the FHIR requests that carry a token. */
  readonly fhir: RequestHandler;
};

export type SmartServer = {
  readonly app: Express;
  /** Every request, "POST /token"; and why a request was refused. */
  readonly seen: string[];
  readonly refused: string[];
};

type Grant = { readonly challenge: string; readonly scope: string };

const wrong = (expected: Readonly<Record<string, string>>, query: URLSearchParams): readonly string[] =>
  Object.entries(expected)
    .filter(([name, value]) => query.get(name) !== value)
    .map(([name]) => name);

/** The server; its FHIR base is "/fhir" below the address under which it listens. */
export function smartServer({ clientId, redirectUri, patient, fhir }: SmartOptions): SmartServer {
  const seen: string[] = [];
  const refused: string[] = [];
  const grants = new Map<string, Grant>();
  const tokens = new Set<string>();
  const app = express();
  const base = (host: string | undefined): string => `http://${host ?? ''}/fhir`;

  app.use((request, response, next) => {
    seen.push(`${request.method} ${request.path}`);
    response.set({ 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': 'authorization, accept' });
    if (request.method === 'OPTIONS') response.status(204).end();
    else next();
  });
  app.get('/fhir/.well-known/smart-configuration', (request, response) => {
    const here = `http://${request.get('host') ?? ''}`;
    response.json({
      issuer: base(request.get('host')),
      authorization_endpoint: `${here}/authorize`,
      token_endpoint: `${here}/token`,
      grant_types_supported: ['authorization_code'],
      code_challenge_methods_supported: ['S256'],
      capabilities: ['launch-ehr', 'launch-standalone', 'client-public', 'context-ehr-patient', 'permission-v2'],
    });
  });
  app.get('/authorize', (request, response) => {
    const query = new URL(request.originalUrl, 'http://localhost').searchParams;
    const expected = {
      response_type: 'code',
      client_id: clientId,
      redirect_uri: redirectUri(),
      aud: base(request.get('host')),
      code_challenge_method: 'S256',
    };
    const problems = [
      ...wrong(expected, query),
      ...(/^[\w-]{43}$/.test(query.get('code_challenge') ?? '') ? [] : ['code_challenge']),
      ...((query.get('state') ?? '').length >= 32 ? [] : ['state']),
    ];
    if (problems.length > 0) {
      refused.push(...problems);
      response.status(400).send(`wrong: ${problems.join(', ')}`);
      return;
    }
    const code = randomUUID();
    grants.set(code, { challenge: query.get('code_challenge') ?? '', scope: query.get('scope') ?? '' });
    const back = new URL(redirectUri());
    back.search = new URLSearchParams({ code, state: query.get('state') ?? '' }).toString();
    response.redirect(back.href);
  });
  app.post('/token', express.urlencoded({ extended: false }), (request, response) => {
    const body = new URLSearchParams(Object.entries((request.body ?? {}) as Record<string, string>));
    const code = body.get('code') ?? '';
    const grant = grants.get(code);
    grants.delete(code);
    const verifier = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url');
    const expected = { grant_type: 'authorization_code', client_id: clientId, redirect_uri: redirectUri() };
    const problems = [
      ...wrong(expected, body),
      ...(grant === undefined ? ['code'] : []),
      ...(grant?.challenge === verifier ? [] : ['code_verifier']),
    ];
    if (grant === undefined || problems.length > 0) {
      refused.push(...problems);
      response.status(400).json({ error: 'invalid_grant' });
      return;
    }
    const token = randomUUID();
    tokens.add(token);
    response.set('Cache-Control', 'no-store');
    response.json({ access_token: token, token_type: 'Bearer', expires_in: 3600, scope: grant.scope, patient });
  });
  app.use('/fhir', (request, response, next) => {
    const [scheme, token = ''] = (request.get('authorization') ?? '').split(' ');
    if (scheme === 'Bearer' && tokens.has(token)) fhir(request, response, next);
    else response.status(401).json({ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'login' }] });
  });
  return { app, seen, refused };
}
