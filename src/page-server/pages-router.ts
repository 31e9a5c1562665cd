// Where does the service serve its built pages?

import { fileURLToPath } from 'node:url';
import express, { type Response, type Router } from 'express';
import { pageHeaders, type PagePolicy } from './security-policy.ts';

/** Where `src/page/build.mjs` puts them. */
const built = new URL('../../dist/page/', import.meta.url);

/** Each page has a folder of its own name; a new one is built and served once it is named here. */
const pages = ['evidence'] as const;

/**
 * The pages, each under its name, and the files they share under /assets: these carry a hash in their names and may be
 * kept for ever. Where the pages were not built there is nothing at these addresses.
 */
export function pagesRouter(policy: PagePolicy, folder: URL = built): Router {
  const router = express.Router();
  const headers = pageHeaders(policy);
  const withHeaders =
    (cacheControl: string) =>
    (response: Response): void => {
      response.set({ ...headers, 'Cache-Control': cacheControl });
    };
  for (const name of pages) {
    const files = fileURLToPath(new URL(`${name}/`, folder));
    router.use(`/${name}`, express.static(files, { cacheControl: false, setHeaders: withHeaders('no-cache') }));
  }
  const shared = fileURLToPath(new URL('assets/', folder));
  const forEver = withHeaders('public, max-age=31536000, immutable');
  router.use(
    '/assets',
    express.static(shared, { cacheControl: false, redirect: false, index: false, setHeaders: forEver }),
  );
  return router;
}
