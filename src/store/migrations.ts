// How does an empty or older data base become the present one?

import type { Kysely, Migration } from 'kysely';
import { countedColumn } from './migration-counted.ts';
import { failuresColumn } from './migration-failures.ts';
import { screening } from './migration-screening.ts';
import { waiting } from './migration-waiting.ts';

const first: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('replay')
      .addColumn('issuer', 'text', (column) => column.notNull())
      .addColumn('jti', 'text', (column) => column.notNull())
      .addColumn('expires', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('replay_key', ['issuer', 'jti'])
      .execute();
    await db.schema
      .createTable('cards')
      .addColumn('card', 'text', (column) => column.primaryKey().notNull())
      .addColumn('client', 'text', (column) => column.notNull())
      .addColumn('service', 'text', (column) => column.notNull())
      .addColumn('protocol', 'text', (column) => column.notNull())
      .addColumn('patient', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('shown', 'integer', (column) => column.notNull())
      .addColumn('issued', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('feedback')
      .addColumn('client', 'text', (column) => column.notNull())
      .addColumn('card', 'text', (column) => column.notNull())
      .addColumn('outcome', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('suggestions', 'text', (column) => column.notNull())
      .addColumn('reason_system', 'text', (column) => column.notNull())
      .addColumn('reason_code', 'text', (column) => column.notNull())
      .addColumn('reason_text', 'text', (column) => column.notNull())
      .addColumn('comment', 'text', (column) => column.notNull())
      .addColumn('received', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('feedback_key', ['client', 'card', 'outcome', 'at'])
      .execute();
    await db.schema
      .createTable('snoozes')
      .addColumn('client', 'text', (column) => column.notNull())
      .addColumn('patient', 'text', (column) => column.notNull())
      .addColumn('protocol', 'text', (column) => column.notNull())
      .addColumn('until', 'text', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('times', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('snoozes_key', ['client', 'patient', 'protocol'])
      .execute();
    await db.schema
      .createTable('audit')
      .addColumn('seq', 'integer', (column) => column.primaryKey().notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('client', 'text', (column) => column.notNull())
      .addColumn('patient', 'text', (column) => column.notNull())
      .addColumn('detail', 'text', (column) => column.notNull())
      .addColumn('previous', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('audit_head')
      .addColumn('id', 'integer', (column) => column.primaryKey().notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('cards_by_patient').on('cards').columns(['client', 'patient']).execute();
    await db.schema.createIndex('audit_by_patient').on('audit').column('patient').execute();
  },
};

/** Every step by name, applied in the order of the names; a step that was released is never changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first': first,
  '0002-screening': screening,
  '0003-waiting': waiting,
  '0004-counted': countedColumn,
  '0005-failures': failuresColumn,
};
