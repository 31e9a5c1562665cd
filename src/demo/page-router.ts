// What does the demo hospital serve to the browser?

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import express, { type Router } from 'express';
import { isJson, objectsAt, textAt } from '../fhir/json.ts';
import type { Resource } from '../fhir/record.ts';
import type { Story } from './stories.ts';

/** Nothing from elsewhere, no inline script, no frame around the page. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const pageFolder = fileURLToPath(new URL('page/', import.meta.url));

/** The page at "/", its modules, the markdown parser from node_modules and the list of stories. */
export async function pageRouter(stories: readonly Story[]): Promise<Router> {
  const parser = await readFile(fileURLToPath(import.meta.resolve('markdown-it/browser')), 'utf8');
  const listed = stories.map(({ slug, told, resources }) => ({
    patientId: slug,
    name: nameOf(resources.find(({ resourceType }) => resourceType === 'Patient')),
    told,
  }));
  const router = express.Router();
  router.use((_request, response, next) => {
    response.set({
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cache-Control': 'no-cache',
    });
    next();
  });
  router.get('/demo/stories', (_request, response) => {
    response.json(listed);
  });
  router.get('/vendor/markdown-it.js', (_request, response) => {
    response.type('text/javascript').send(parser);
  });
  router.use(express.static(pageFolder, { extensions: [], redirect: false }));
  return router;
}

function nameOf(patient: Resource | undefined): string {
  if (!isJson(patient)) return '';
  const [name = {}] = objectsAt(patient, 'name');
  const given = Array.isArray(name['given']) ? name['given'].map(String) : [];
  return textAt(name, 'text') ?? [...given, textAt(name, 'family') ?? ''].join(' ').trim();
}
