// Where does the service serve its built pages?

import { fileURLToPath } from 'node:url';
import express, { type Response, type Router } from 'express';
import { pageHeaders, type PagePolicy } from './security-policy.ts';

/** Where `src/page/build.mjs` puts them. */
const built = new URL('../../dist/page/', import.meta.url);

/** The folder of each page, by the name under which it is served; a new one is built and served once it is named here. */
const folders = { evidence: 'evidence', list: 'worklist' } as const;

/** What each page may do. */
export type PagePolicies = Readonly<Record<keyof typeof folders, PagePolicy>>;

/**
 * The pages, each under its name, and the files they share under /assets: these carry a hash in their names and may be
 * kept for ever. Where the pages were not built there is nothing at these addresses.
 */
export function pagesRouter(policies: PagePolicies, folder: URL = built): Router {
  const router = express.Router();
  const withHeaders = (policy: PagePolicy, cacheControl: string) => {
    const headers = { ...pageHeaders(policy), 'Cache-Control': cacheControl };
    return (response: Response): void => {
      response.set(headers);
    };
  };
  const serve = (name: string, of: string, policy: PagePolicy): void => {
    const files = fileURLToPath(new URL(`${of}/`, folder));
    router.use(`/${name}`, express.static(files, { cacheControl: false, setHeaders: withHeaders(policy, 'no-cache') }));
  };
  serve('evidence', folders.evidence, policies.evidence);
  serve('list', folders.list, policies.list);
  const shared = fileURLToPath(new URL('assets/', folder));
  const forEver = withHeaders(policies.evidence, 'public, max-age=31536000, immutable');
  router.use(
    '/assets',
    express.static(shared, { cacheControl: false, redirect: false, index: false, setHeaders: forEver }),
  );
  return router;
}
