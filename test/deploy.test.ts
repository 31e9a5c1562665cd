// The examples of deployment: does the program accept their configuration, and do their numbers fit each other?

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config/config.ts';
import { memoryFlagsOf } from './bench/memory-flags.ts';

const folder = fileURLToPath(new URL('../deploy/', import.meta.url));
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.ya?ml$/.test(name));
const text = (name: string): string => readFileSync(folder + name, 'utf8');
const documents = names.flatMap((name) =>
  text(name)
    .split(/^---$/m)
    .map((part) => ({ name, part })),
);
const kubernetes = documents.filter(({ name }) => name.startsWith('kubernetes'));
const numberAfter = (part: string, key: string): number =>
  Number(new RegExp(`\\b${key}: (\\d+)`).exec(part)?.[1] ?? NaN);

/** The lines below `key: |`, without their indentation. */
function block(part: string, key: string): string {
  const [, indent = '', body = ''] = new RegExp(`^( *)${key}: \\|\n((?:(?:\\1 +.*)?\n)+)`, 'm').exec(part) ?? [];
  return body.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
}

const configMap = kubernetes.find(({ part }) => part.includes('kind: ConfigMap'))?.part ?? '';
const config = readConfig({}, JSON.parse(block(configMap, 'config.json')));
const deployment = text('kubernetes/deployment.yaml');
const compose = text('docker-compose.yml');

describe('deploy/', () => {
  it('holds a document of a known kind in every part', () => {
    const kinds = kubernetes.map(({ part }) => /^kind: (\w+)$/m.exec(part)?.[1] ?? '').sort((a, b) => (a < b ? -1 : 1));
    expect(kinds).toEqual([
      'ConfigMap',
      'CronJob',
      'CronJob',
      'Deployment',
      'HorizontalPodAutoscaler',
      'NetworkPolicy',
      'NetworkPolicy',
      'NetworkPolicy',
      'PodDisruptionBudget',
      'Secret',
      'Service',
    ]);
    for (const { part } of kubernetes) expect(part).toMatch(/^apiVersion: \S+$/m);
  });

  it.each(documents)('is indented as YAML demands, and names every key once per level: $name', ({ part }) => {
    expect(part).not.toMatch(/\t| +$/m);
    const open: { readonly indent: number; readonly keys: Set<string> }[] = [];
    for (const line of part.split('\n').filter((each) => /^\s*(?:- )?[\w./-]+:(?: |$)/.test(each))) {
      const [, before = '', dash = '', key = ''] = /^( *)(- )?([\w./-]+):/.exec(line) ?? [];
      const indent = before.length + dash.length;
      expect(before.length % 2).toBe(0);
      while ((open.at(-1)?.indent ?? -1) > (dash === '' ? indent : indent - 1)) open.pop();
      if (open.at(-1)?.indent !== indent) open.push({ indent, keys: new Set() });
      const level = open.at(-1)?.keys;
      expect(level?.has(key), `${key} twice`).toBe(false);
      level?.add(key);
    }
  });

  it('configures the service in a way it accepts, in every example', () => {
    expect(config).toMatchObject({ mode: 'production', publicUrl: 'https://cds.hospital.example.org' });
    expect(readConfig({}, JSON.parse(text('config.example.json')))).toMatchObject({ clients: config.clients });
  });

  it('counts the calls of each caller, not those of the proxy in front, as if all were one', () => {
    const example = readConfig({}, JSON.parse(text('config.example.json')));
    expect([config.trustedProxies, example.trustedProxies]).toEqual([1, 1]);
  });

  it('mounts the key for pseudonyms where the configuration looks for it', () => {
    expect(deployment).toContain(`mountPath: ${config.pseudonymKeyFile?.replace(/\/pseudonym-key$/, '') ?? '?'}\n`);
    expect(compose).toMatch(/secrets:\n {6}- pseudonym-key\n/);
    expect(text('config.example.json')).toContain('"/run/secrets/pseudonym-key"');
  });

  it('screens a server that is configured, with a key that is mounted wherever it is asked for, in a folder that is there', () => {
    const [server] = config.screening.servers;
    const job = text('kubernetes/screening.yaml');
    expect(job).toContain(`- --server\n                - ${server?.base ?? '?'}\n`);
    expect(job).toContain(`mountPath: ${config.screening.workFolder}\n`);
    const [, folder = '?', name = '?'] = /^(.*)\/(.*)$/.exec(server?.keyFile ?? '') ?? [];
    expect(kubernetes.find(({ part }) => part.includes('kind: Secret'))?.part).toContain(`  ${name}: `);
    for (const workload of [deployment, job]) {
      expect(workload).toContain(`mountPath: ${folder}\n`);
      expect(workload).toMatch(new RegExp(`- key: ${name}\n +path: ${name}\n`));
    }
  });

  it('the job that screens reaches the network of its FHIR server, as the service does', () => {
    const egress = text('kubernetes/screening.yaml').split(/^ {2}egress:$/m)[1] ?? '';
    expect([...egress.matchAll(/cidr: (\S+)/g)].map(([, cidr]) => cidr)).toEqual(config.screening.servers[0]?.networks);
  });

  it('gives the lame duck and what runs after it time to end', () => {
    const needed = config.deadlines.lameDuck / 1000 + 25;
    const preStop = numberAfter(deployment, 'seconds');
    expect(numberAfter(deployment, 'terminationGracePeriodSeconds')).toBeGreaterThan(preStop + needed + 1);
    expect(numberAfter(compose, 'stop_grace_period')).toBeGreaterThan(needed + 1);
    const readiness = deployment.slice(deployment.indexOf('readinessProbe'));
    expect(numberAfter(readiness, 'periodSeconds') * numberAfter(readiness, 'failureThreshold')).toBeLessThanOrEqual(
      preStop + config.deadlines.lameDuck / 1000,
    );
  });

  it('runs without rights: no root, nothing to write to, no capability, no token of the cluster', () => {
    for (const workload of [deployment, text('kubernetes/retention.yaml'), text('kubernetes/screening.yaml')]) {
      for (const line of [
        'runAsNonRoot: true',
        'runAsUser: 1000',
        'readOnlyRootFilesystem: true',
        'allowPrivilegeEscalation: false',
        'automountServiceAccountToken: false',
        'enableServiceLinks: false',
        'type: RuntimeDefault',
      ])
        expect(workload).toContain(line);
      expect(workload).toMatch(/drop:\n\s+- ALL\n/);
      expect(workload).toMatch(/limits:\n\s+cpu: .*\n\s+memory: /);
    }
    expect(compose).toMatch(/read_only: true\n/);
    expect(compose).toMatch(/cap_drop:\n\s+- ALL\n/);
  });

  it('lets the service reach names, the data base and the FHIR network only', () => {
    const egress = text('kubernetes/network-policy.yaml').split(/^ {2}egress:$/m)[1] ?? '';
    expect([...egress.matchAll(/\bport: (\d+)/g)].map(([, port]) => port)).toEqual(['53', '53', '5432', '443']);
    expect([...egress.matchAll(/cidr: (\S+)/g)].map(([, cidr]) => cidr)).toEqual(
      Object.values(config.clients).flatMap(({ fhirServers }) => fhirServers.flatMap(({ networks }) => networks)),
    );
    expect(egress).not.toContain('0.0.0.0/0');
  });
});

describe('the flags for memory, measured once for the service and once for screening,', () => {
  const flagsIn = (part: string): readonly string[] =>
    part.match(/(?<=[\s"`('-])--(?:no-allocation|m\w\w-|initial-)[\w-]+(?:=\d+)?/g) ?? [];
  const root = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

  it('are the same in the image and its benchmarks as for npm start', () => {
    const service = memoryFlagsOf('start');
    expect(service).not.toEqual([]);
    expect([memoryFlagsOf('bench'), memoryFlagsOf('bench:assess')]).toEqual([service, service]);
    expect(flagsIn(root('Dockerfile'))).toEqual(service);
  });

  it('are the same on Kubernetes and in its benchmark as for npm run screen', () => {
    const screening = memoryFlagsOf('screen');
    expect(screening).not.toEqual([]);
    expect(memoryFlagsOf('bench:screen')).toEqual(screening);
    expect(flagsIn(text('kubernetes/screening.yaml'))).toEqual(screening);
    expect(root('docs/benchmarks.md')).toContain(`(\`${screening.join(' ')}\`)`);
  });
});
