// Where does the service serve its built pages?

import { fileURLToPath } from 'node:url';
import express, { type RequestHandler, type Response, type Router } from 'express';
import { pageHeaders, type PagePolicy } from './security-policy.ts';

/** Where `src/page/build.mjs` puts them. */
const built = new URL('../../dist/page/', import.meta.url);

/** The folder of each page, by the name under which it is served; a new one is built and served once it is named here. */
const folders = { evidence: 'evidence', list: 'worklist' } as const;

const types = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' } as const;

const packedFile = /\.(js|css)\.gz$/;

/** Who can unpack gzip gets the copy that the build put beside the file; without one, the file itself. */
const packedFirst =
  (files: RequestHandler): RequestHandler =>
  (request, response, next) => {
    const { url, path } = request;
    const plain = (): void => {
      request.url = url;
      void files(request, response, next);
    };
    response.vary('Accept-Encoding');
    if (!packedFile.test(`${path}.gz`) || request.acceptsEncodings('gzip') !== 'gzip') {
      plain();
      return;
    }
    request.url = `${path}.gz`;
    void files(request, response, plain);
  };

/** Says what a packed copy is once it is found. */
function labelled(response: Response, path: string): void {
  const kind = packedFile.exec(path)?.[1];
  if (kind === undefined) return;
  response.set({ 'Content-Type': kind === 'js' ? types.js : types.css, 'Content-Encoding': 'gzip' });
}

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
  const setHeaders = (response: Response, path: string): void => {
    forEver(response);
    labelled(response, path);
  };
  const files = express.static(shared, { cacheControl: false, redirect: false, index: false, setHeaders });
  router.use('/assets', packedFirst(files));
  return router;
}
