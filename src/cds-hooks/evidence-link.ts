// Where does a card lead for its evidence?

import { isLoopbackHost } from '../access/address-guard.ts';
import type { CardContext } from '../cards/card-context.ts';
import type { Config } from '../config/config.ts';
import type { Language } from '../logic/language.ts';
import type { Client } from './client.ts';

/** The link of a card for one call, if the site has set the page up. */
export type EvidenceLink = (
  client: Pick<Client, 'launchesPage'>,
  fhirServer: string | undefined,
  patientId: string,
  language: Language,
) => CardContext['evidence'];

/**
 * In production no address names a patient: the EHR launches the page with the patient that is open, or the page asks for
 * one. The demo hospital has no sign-in; there the part after the hash, which no server sees, names the patient and the card's
 * language.
 * @param protocol "ID@VERSION", handed on by an EHR that launches the page.
 */
export function evidenceLink({ mode, publicUrl, evidencePage }: Config, protocol: string): EvidenceLink {
  const page = `${publicUrl}/evidence/`;
  if (mode === 'demo') {
    return (_client, fhirServer, patientId, language) =>
      isOwnServer(fhirServer, publicUrl)
        ? { type: 'absolute', url: `${page}#patient=${patientId}&lang=${language}` }
        : undefined;
  }
  if (evidencePage.fhirBases.length === 0) return () => undefined;
  return ({ launchesPage }) =>
    launchesPage ? { type: 'smart', url: `${page}launch.html`, appContext: protocol } : { type: 'absolute', url: page };
}

/** True for the demo's own FHIR server, by whichever name of this machine: the same id elsewhere is another patient. */
function isOwnServer(fhirServer: string | undefined, publicUrl: string): boolean {
  if (fhirServer === undefined || !URL.canParse(fhirServer)) return false;
  const { hostname, port, pathname } = new URL(fhirServer);
  return isLoopbackHost(hostname) && port === new URL(publicUrl).port && pathname.replace(/\/+$/, '') === '/fhir';
}
