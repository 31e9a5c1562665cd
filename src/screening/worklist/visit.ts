// Who comes to an address of the list, with which role, and is she let in?

import type { Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import { hasOneToken } from '../../cds-hooks/gate.ts';
import { readBody } from '../../cds-hooks/read-body.ts';
import { ServiceError } from '../../errors.ts';
import { languages, type Language } from '../../logic/language.ts';
import { languageOf } from '../../reader-language.ts';
import { mayActAs, type Person, type Recognise, type Role } from './access/person.ts';

export type Visit = {
  readonly person: Person;
  readonly role: Role;
  /** Registration id. */
  readonly trial: string;
  /** Now, ISO 8601 in UTC. */
  readonly at: string;
  readonly language: Language;
  readonly request: Request;
  readonly response: Response;
};

/** Puts the guard before a handler: no token, no answer; no sufficient role, the same answer as for what does not exist. */
export type Visiting = (needed: Role, handler: (visit: Visit) => Promise<void>) => RequestHandler;

export type VisitDependencies = {
  readonly recognise: Recognise;
  /** Registration ids of the trials that have a list. */
  readonly trials: ReadonlySet<string>;
  readonly language: Language;
  readonly now: () => number;
};

/** @throws ServiceError `unauthorized` for a call without a token that is believed. */
export async function personBehind(request: Request, recognise: Recognise): Promise<Person> {
  const person = hasOneToken(request) ? await recognise(request.headers.authorization) : undefined;
  if (person === undefined) throw new ServiceError('unauthorized');
  return person;
}

/** The guard of a list: whoever has no role on it hears the same as of a trial that does not exist. */
export const visiting =
  ({ recognise, trials, language, now }: VisitDependencies): Visiting =>
  (needed, handler) =>
  async (request, response) => {
    const person = await personBehind(request, recognise);
    const trial = parameter(request, 'trial');
    const role = trials.has(trial) ? person.roleFor(trial) : undefined;
    if (role === undefined || !mayActAs(role, needed)) throw new ServiceError('unknown-path');
    const asked = languageAsked(request, language);
    response.set({ 'Cache-Control': 'no-store', 'Content-Language': asked }).vary('Accept-Language');
    const at = new Date(now()).toISOString();
    await handler({ person, role, trial, at, language: asked, request, response });
  };

/** `?lang=` before the `Accept-Language` header before the configured language. */
export function languageAsked(request: Request, fallback: Language): Language {
  const named = languages.find((each) => each === request.query['lang']);
  return named ?? languageOf(request, fallback);
}

/** A part of the path; empty where there is none. */
export function parameter({ params }: Request, name: string): string {
  const value = params[name];
  return typeof value === 'string' ? value : '';
}

/** What was sent, or asked for in the query, in the form that is wanted. @throws ServiceError `bad-form` naming the places. */
export function inForm<S extends z.ZodType>(schema: S, given: unknown): z.infer<S> {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  throw new ServiceError('bad-form', [...new Set(read.error.issues.map(({ path }) => path.map(String).join('.')))]);
}

const longestBody = 20_000;

/** The JSON body of a request, in the form that is wanted. */
export const bodyOf = async <S extends z.ZodType>(schema: S, request: Request): Promise<z.infer<S>> =>
  inForm(schema, await readBody(request, longestBody));

/** The query of a request without the language. */
export function queryOf<S extends z.ZodType>(schema: S, { query }: Request): z.infer<S> {
  const { lang: _lang, ...rest } = query;
  return inForm(schema, rest);
}
