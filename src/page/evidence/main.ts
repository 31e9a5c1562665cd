// The evidence page: whose record is to be read, and with whose rights?

import '../styles/base.css';
import '../styles/timeline.css';
import '../styles/criteria.css';
import './evidence.css';
import './print.css';
import { byId, el } from '../dom.ts';
import type { FhirServer } from '../record/fhir-server.ts';
import { readRecord, UnreadPatient } from '../record/read-record.ts';
import { allowedBase, isFhirId, statedAbout } from '../record/servers.ts';
import { isLaunched, launchedServer, LaunchError, type Launched } from '../record/smart.ts';
import { pageConfig } from '../service.ts';
import type { AssessmentConfig } from '../../report/assessment-api.ts';
import { pageWords, readersLanguage } from '../words.ts';
import { openEvidence } from './evidence.ts';
import { problemView } from './problem.ts';
import { startView } from './start.ts';

/**
 * The patient that the address names, on a server that needs no sign-in: `#fhir=BASE&patient=ID`. The part after the
 * hash never leaves the browser; the same after a question mark is understood and taken out of the address.
 */
function openServer(config: AssessmentConfig, address: URL): FhirServer | undefined {
  if (config.clientId !== undefined) return undefined;
  const named = new URLSearchParams([...new URLSearchParams(address.hash.slice(1)), ...address.searchParams]);
  const patientId = named.get('patient');
  if (patientId === null) return undefined;
  const base = allowedBase(config, named.get('fhir') ?? config.fhirBases[0] ?? '');
  if (base === undefined) throw new LaunchError('foreign-iss');
  if (!isFhirId(patientId)) throw new LaunchError('no-patient');
  if (address.search !== '') history.replaceState({}, '', `${address.pathname}#${named.toString()}`);
  return { base, patientId };
}

async function start(): Promise<void> {
  // Each opening has a place of its own: what is late for one patient never gets on the page of the next.
  const page = el('div', { class: 'view' });
  byId('page').replaceChildren(page);
  const language = readersLanguage(new URLSearchParams(location.hash.slice(1)).get('lang'));
  const words = pageWords(language);
  const waiting = el('p', { class: 'waiting', role: 'status' }, words('reading.start'));
  document.documentElement.lang = language;
  document.title = words('title');
  page.replaceChildren(waiting);
  try {
    const config = await pageConfig();
    const address = new URL(location.href);
    const server: Launched | undefined = isLaunched(address)
      ? await launchedServer(config)
      : openServer(config, address);
    if (server === undefined) {
      page.replaceChildren(startView(config, words));
      return;
    }
    const showProgress = (answered: number, of: number): void => {
      waiting.textContent = words('reading.progress', { answered, of });
    };
    const record = await readRecord(server, showProgress, statedAbout(config, server.base));
    if (record.patient === undefined) {
      throw new UnreadPatient(record.unread.find(({ search }) => search === 'patient')?.reason);
    }
    const { idToken, protocol } = server;
    await openEvidence(page, {
      config,
      record,
      language,
      ...(idToken !== undefined && { idToken }),
      ...(protocol !== undefined && { protocol }),
    });
  } catch (error) {
    page.replaceChildren(problemView(error, words));
  }
}

// Another patient, or the same id on another server: everything is read anew.
addEventListener('hashchange', () => {
  if (new URLSearchParams(location.hash.slice(1)).has('patient')) void start();
});
await start();
