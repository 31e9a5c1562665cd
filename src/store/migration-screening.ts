// How do the tables of population screening come into the data base?

import { sql, type Kysely, type Migration } from 'kysely';

/** Columns of one new table, all not null; `key` makes the primary key. */
type Table = {
  readonly name: string;
  readonly columns: Readonly<Record<string, 'text' | 'integer' | 'double precision'>>;
  readonly key: readonly string[];
};

const screeningTables: readonly Table[] = [
  {
    name: 'runs',
    columns: {
      run: 'text',
      source: 'text',
      protocol: 'text',
      protocol_digest: 'text',
      engine_digest: 'text',
      as_of: 'text',
      acts: 'integer',
      state: 'text',
      listed: 'integer',
      started: 'text',
      ended: 'text',
      detail: 'text',
    },
    key: ['run'],
  },
  {
    name: 'items',
    columns: {
      run: 'text',
      patient: 'text',
      position: 'integer',
      state: 'text',
      attempts: 'integer',
      reason: 'text',
      result_run: 'text',
    },
    key: ['run', 'patient'],
  },
  {
    name: 'subjects',
    columns: { patient: 'text', server: 'text', identity: 'text', consent: 'text', seen: 'text' },
    key: ['patient'],
  },
  {
    name: 'results',
    columns: {
      run: 'text',
      patient: 'text',
      protocol: 'text',
      protocol_digest: 'text',
      engine_digest: 'text',
      fingerprint: 'text',
      basis: 'text',
      as_of: 'text',
      at: 'text',
      status: 'text',
      next_change: 'text',
      assessment: 'text',
    },
    key: ['run', 'patient'],
  },
  {
    name: 'outbox',
    columns: {
      key: 'text',
      server: 'text',
      patient: 'text',
      protocol: 'text',
      kind: 'text',
      episode: 'integer',
      action: 'text',
      revision: 'integer',
      body: 'text',
      state: 'text',
      attempts: 'integer',
      due: 'text',
      location: 'text',
      reason: 'text',
      created: 'text',
    },
    key: ['key'],
  },
  {
    name: 'quotas',
    columns: { server: 'text', next: 'double precision', blocked: 'double precision' },
    key: ['server'],
  },
  {
    name: 'progress',
    columns: { run: 'text', name: 'text', value: 'text' },
    key: ['run', 'name'],
  },
  {
    name: 'worklist',
    columns: {
      patient: 'text',
      protocol: 'text',
      state: 'text',
      episode: 'integer',
      current: 'integer',
      status: 'text',
      run: 'text',
      assignee: 'text',
      number: 'text',
      added: 'text',
      changed: 'text',
      revision: 'integer',
      rank: 'text',
      markers: 'text',
      summary: 'text',
    },
    key: ['patient', 'protocol'],
  },
  {
    name: 'worklist_events',
    columns: {
      event: 'text',
      patient: 'text',
      protocol: 'text',
      at: 'text',
      kind: 'text',
      author: 'text',
      detail: 'text',
    },
    key: ['event'],
  },
  {
    name: 'statements',
    columns: {
      statement: 'text',
      patient: 'text',
      protocol: 'text',
      kind: 'text',
      question: 'text',
      verdict: 'text',
      author: 'text',
      date: 'text',
      until: 'text',
      withdrawn: 'text',
    },
    key: ['statement'],
  },
];

const indexes: readonly { readonly name: string; readonly table: string; readonly columns: string[] }[] = [
  { name: 'items_by_state', table: 'items', columns: ['run', 'state', 'position'] },
  { name: 'results_by_patient', table: 'results', columns: ['patient', 'protocol', 'at'] },
  { name: 'outbox_by_state', table: 'outbox', columns: ['state', 'due'] },
  { name: 'outbox_by_patient', table: 'outbox', columns: ['patient', 'protocol'] },
  { name: 'worklist_by_protocol', table: 'worklist', columns: ['protocol', 'state'] },
  { name: 'worklist_events_by_patient', table: 'worklist_events', columns: ['patient', 'protocol', 'at'] },
  { name: 'statements_by_patient', table: 'statements', columns: ['patient', 'protocol'] },
];

/** Runs, items, results, outbox, worklist: the tables of `schema-screening.ts` as they were first released. */
export const screening: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const { name, columns, key } of screeningTables) {
      const parts = [
        ...Object.entries(columns).map(([column, type]) => sql`${sql.ref(column)} ${sql.raw(type)} NOT NULL`),
        sql`PRIMARY KEY (${sql.join(key.map((column) => sql.ref(column)))})`,
      ];
      await sql`CREATE TABLE ${sql.table(name)} (${sql.join(parts)})`.execute(db);
    }
    for (const { name, table, columns } of indexes)
      await db.schema.createIndex(name).on(table).columns(columns).execute();
  },
};
