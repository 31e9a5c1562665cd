// The HTTP application: which parts does it consist of?

import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import express, { type Express } from 'express';
import type { Clock } from './access/clock.ts';
import { openAccess, type Connect } from './access/open-access.ts';
import { inFlight } from './assessment/in-flight.ts';
import { pageGate } from './assessment/page-gate.ts';
import { assessmentRouter } from './assessment/router.ts';
import { assessmentConfig, pageOrigins, pageVerifier } from './assessment/set-up.ts';
import { authenticator } from './cds-hooks/authenticate.ts';
import { bookkeeping } from './cds-hooks/bookkeeping.ts';
import { evidenceLink } from './cds-hooks/evidence-link.ts';
import { gate } from './cds-hooks/gate.ts';
import { rateLimit } from './cds-hooks/rate-limit.ts';
import { cdsHooksRouter } from './cds-hooks/router.ts';
import { counting, traffic } from './cds-hooks/traffic.ts';
import type { Issuers } from './service/client-keys.ts';
import { allOrigins, ConfigError, type Config } from './config/config.ts';
import { assess } from './eligibility/assess.ts';
import { titleOfProtocol } from './eligibility/protocol-words.ts';
import { ServiceError } from './errors.ts';
import { countedByAll } from './service/counted-by-all.ts';
import { accessLog, careful, closing, cors, outcomes } from './service/around-requests.ts';
import type { Log } from './telemetry/log.ts';
import { createMetrics, type Metrics } from './telemetry/metrics.ts';
import { timeZone } from './logic/calendar.ts';
import { operationsRouter } from './service/operations.ts';
import { pagesRouter } from './page-server/pages-router.ts';
import { protocolNamed } from './protocols/index.ts';
import { keysRouter, type PublishedKeys } from './service/published-keys.ts';
import { pageHeader } from './report/assessment-api.ts';
import { eventsPath } from './screening/events/subscribe-all.ts';
import type { Live } from './screening/live.ts';
import type { Recognise } from './screening/worklist/access/person.ts';
import { funnelRouter } from './screening/funnel/router.ts';
import { worklistRouter } from './screening/worklist/router.ts';
import { vault } from './screening/run/vault.ts';
import type { SiteFolder } from './config/site.ts';
import { newLexicon } from './terminology/lexicon.ts';
import type { Journal } from './store/journal.ts';
import { pseudonymiser } from './store/pseudonym.ts';
import { sealing } from './store/sealing.ts';
import { isFirstUse } from './store/replay.ts';
import type { Store } from './store/store.ts';
import { trials } from './service/worklist.ts';

export type AppDependencies = {
  readonly config: Config;
  readonly site: SiteFolder;
  /** Who may call, and where their keys are. */
  readonly issuers: Issuers;
  /** The service's own keys, for the EHRs from which it asks for tokens. */
  readonly publishedKeys?: PublishedKeys | undefined;
  readonly store: Store;
  readonly journal: Journal;
  /** Who is behind a visit to the list of candidates; without it there is no list. */
  readonly recognise?: Recognise | undefined;
  /** What keeps screening up to date; without it no event is received, and nobody is screened again on demand. */
  readonly live?: Live | undefined;
  /** Secret under which the store names patients. */
  readonly pseudonymKey: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Opens connections to FHIR servers. */
  readonly connect: Connect;
  readonly log: Log;
  /** True from the signal to stop on: readiness is withdrawn and connections are closed after their response. */
  readonly stopping?: () => boolean;
  readonly metrics?: Metrics;
};

/**
 * Builds the application; it listens nowhere by itself and can be mounted in another one.
 * @throws ConfigError if the configured protocol does not exist.
 */
export function createApp(dependencies: AppDependencies): Express {
  const {
    config,
    site,
    store,
    journal,
    now,
    connect,
    stopping = () => false,
    metrics = createMetrics(),
  } = dependencies;
  const log = counting(dependencies.log, metrics);
  const named = protocolNamed(config.protocol);
  if (named === undefined) throw new ConfigError(`protocol: there is no ${config.protocol ?? ''}`);
  const protocol = site.adapt(named);
  const zone = timeZone(config.timeZone);
  const lexicon = newLexicon();
  const tokens = {
    ...dependencies.issuers,
    clockToleranceSeconds: config.clockToleranceSeconds,
    now: () => new Date(now()),
  };
  const authenticate = authenticator({
    ...tokens,
    isFirstUse: (issuer, jti, expires) => isFirstUse(store, issuer, jti, expires),
  });

  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', config.trustedProxies);
  app.use(accessLog(log, now), closing(stopping));
  app.use('/assessment', cors(config.assessment.origins, [pageHeader]), rateLimit({ ...config.limits, now }));
  app.use(
    assessmentRouter({
      config: (host) => assessmentConfig(config, host),
      guards: [
        inFlight(config.limits.inFlight, metrics),
        pageGate({ origins: pageOrigins(config), verify: pageVerifier(config, tokens), log }),
      ],
      defaults: () => ({
        today: zone.dayAt(now()),
        protocol,
        adapt: site.adapt,
        anyDay: config.mode === 'demo',
      }),
      site: { site: site.site, timeZone: zone },
      translate: site.translate,
      lexicon,
      trial: config.trial,
      bodyLimit: config.limits.requestBytes,
      now,
      newId: randomUUID,
    }),
  );
  const limited = rateLimit({ ...config.limits, now });
  if (dependencies.live !== undefined) app.use(eventsPath, careful, limited, dependencies.live.events);
  app.use(cors(allOrigins(config)));
  app.use(operationsRouter({ stopping, journal, store, counted: countedByAll(metrics.text) }));
  app.use(keysRouter(dependencies.publishedKeys));
  const { fhirBases, tokenEndpoints, frameAncestors } = config.evidencePage;
  const { signIn } = config.worklist;
  app.get('/list/config', (_request, response) => void response.json({ ...(signIn !== undefined && { signIn }) }));
  app.use(
    pagesRouter({
      evidence: { connectTo: [...fhirBases, ...tokenEndpoints], frameAncestors },
      list: { connectTo: signIn === undefined ? [] : [signIn.tokenEndpoint], frameAncestors: [] },
    }),
  );
  app.use(['/cds-services', '/feedback-report', '/worklist', '/funnel'], careful, limited);
  app.use('/cds-services/:id', traffic({ metrics, most: config.limits.inFlight, now }));
  app.use(
    cdsHooksRouter({
      gate: gate(config, authenticate, log),
      assessToday: (record) =>
        assess(
          protocol,
          record,
          { date: zone.dayAt(now()), timeZone: zone, site: site.site, answers: [], attributions: [] },
          site.translate,
          lexicon,
        ),
      openAccess: openAccess(config, { connect, clock: { now, sleep: pause }, metrics }),
      totalDeadline: config.deadlines.total,
      cardsIn: (language) => ({
        language,
        trial: { title: titleOfProtocol(protocol, language), url: protocol.url, ...config.trial },
        newId: randomUUID,
      }),
      evidenceLink: evidenceLink(config, `${protocol.id}@${protocol.version}`),
      bookkeeping: bookkeeping({ store, journal, pseudonymise: pseudonymiser(dependencies.pseudonymKey), now, log }),
      bodyLimit: config.limits.requestBytes,
      keepComments: config.feedback.keepComments,
      store,
      journal,
      now,
      log,
    }),
  );
  if (dependencies.recognise !== undefined) {
    const sealed = sealing(dependencies.pseudonymKey);
    const { rules: settings, consentBeforeName, smallestCount } = config.worklist;
    const { recognise, live } = dependencies;
    const { language } = config;
    const list = { recognise, store, sealing: sealed, vault: vault(sealed), trials, now, zone, language };
    app.use('/worklist', worklistRouter({ ...list, settings, consentBeforeName, ...live }));
    app.use('/funnel', funnelRouter({ ...list, smallestCount }));
  }
  app.use(() => {
    throw new ServiceError('unknown-path');
  });
  app.use(outcomes(log));
  return app;
}

const pause: Clock['sleep'] = async (milliseconds, signal) => {
  await setTimeout(milliseconds, undefined, { signal });
};
