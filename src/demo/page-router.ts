// What does the demo hospital serve to the browser?

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import express, { type Router } from 'express';
import { isJson, objectsAt, textAt } from '../fhir/json.ts';
import type { Resource } from '../fhir/record.ts';
import { pageHeaders } from '../page-server/security-policy.ts';
import type { Story } from './stories.ts';

/** It speaks to its own origin alone, and nobody frames it. */
const headers = { ...pageHeaders({ connectTo: [], frameAncestors: [] }), 'Cache-Control': 'no-cache' };

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
    response.set(headers);
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
