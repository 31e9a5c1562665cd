// The HTTP application: which parts does it consist of?

import { randomUUID } from 'node:crypto';
import express, { type Express } from 'express';
import { openAccess, type Connect } from './access/open-access.ts';
import { cdsHooksRouter } from './cds-hooks/router.ts';
import { ConfigError, type Config } from './config.ts';
import { assess } from './eligibility/assess.ts';
import { ServiceError } from './errors.ts';
import { accessLog, closing, cors, outcomes } from './http.ts';
import type { Log } from './log.ts';
import { timeZone, type TimeZone } from './logic/calendar.ts';
import { protocolNamed } from './protocols/index.ts';
import type { SiteFolder } from './site.ts';

export type AppDependencies = {
  readonly config: Config;
  readonly site: SiteFolder;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Opens connections to FHIR servers. */
  readonly connect: Connect;
  readonly log: Log;
  /** True from the signal to stop on: readiness is withdrawn and connections are closed after their response. */
  readonly stopping?: () => boolean;
};

/**
 * Builds the application; it listens nowhere by itself and can be mounted in another one.
 * @throws ConfigError if the configured protocol or time zone does not exist.
 */
export function createApp(dependencies: AppDependencies): Express {
  const { config, site, now, connect, log, stopping = () => false } = dependencies;
  const named = protocolNamed(config.protocol);
  if (named === undefined) throw new ConfigError(`protocol: there is no ${config.protocol ?? ''}`);
  const protocol = site.adapt(named);
  const zone = zoneNamed(config.timeZone);

  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(accessLog(log, now), cors(config.allowedOrigins), closing(stopping));
  app.get('/healthz', (_request, response) => void response.json({ status: 'up' }));
  app.get('/readyz', (_request, response) => {
    if (stopping()) throw new ServiceError('busy');
    response.json({ status: 'ready' });
  });
  app.use(
    cdsHooksRouter(
      {
        assessToday: (record) =>
          assess(
            protocol,
            record,
            { date: zone.dayAt(now()), timeZone: zone, site: site.site, answers: [], attributions: [] },
            site.translate,
          ),
        openAccess: openAccess(config, connect),
        totalDeadline: config.deadlines.total,
        cards: {
          language: 'en',
          trial: { title: protocol.title, url: protocol.url, ...config.trial },
          nearMisses: config.cards.nearMisses,
          newId: randomUUID,
        },
        log,
      },
      config.limits.requestBytes,
    ),
  );
  app.use(() => {
    throw new ServiceError('unknown-path');
  });
  app.use(outcomes(log));
  return app;
}

function zoneNamed(name: string): TimeZone {
  try {
    return timeZone(name);
  } catch {
    throw new ConfigError(`timeZone: there is no ${name}`);
  }
}
