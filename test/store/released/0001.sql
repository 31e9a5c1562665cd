-- The store as the first release (step 0001) made it, with rows. Never change this file: it stands for data bases in hospitals.

CREATE TABLE "kysely_migration" ("name" varchar(255) not null primary key, "timestamp" varchar(255) not null);
CREATE TABLE "kysely_migration_lock" ("id" varchar(255) not null primary key, "is_locked" integer default 0 not null);
CREATE TABLE "replay" ("issuer" text not null, "jti" text not null, "expires" text not null, constraint "replay_key" primary key ("issuer", "jti"));
CREATE TABLE "cards" ("card" text not null primary key, "client" text not null, "service" text not null, "protocol" text not null, "patient" text not null, "status" text not null, "shown" integer not null, "issued" text not null);
CREATE TABLE "feedback" ("client" text not null, "card" text not null, "outcome" text not null, "at" text not null, "suggestions" text not null, "reason_system" text not null, "reason_code" text not null, "reason_text" text not null, "comment" text not null, "received" text not null, constraint "feedback_key" primary key ("client", "card", "outcome", "at"));
CREATE TABLE "snoozes" ("client" text not null, "patient" text not null, "protocol" text not null, "until" text not null, "reason" text not null, "times" integer not null, constraint "snoozes_key" primary key ("client", "patient", "protocol"));
CREATE TABLE "audit" ("seq" integer not null primary key, "at" text not null, "kind" text not null, "client" text not null, "patient" text not null, "detail" text not null, "previous" text not null, "hash" text not null);
CREATE TABLE "audit_head" ("id" integer not null primary key, "seq" integer not null, "hash" text not null);
CREATE INDEX "cards_by_patient" on "cards" ("client", "patient");
CREATE INDEX "audit_by_patient" on "audit" ("patient");

insert into "kysely_migration" ("name", "timestamp") values ('0001-first', '2026-11-24T12:00:00.000Z');
insert into "kysely_migration_lock" ("id", "is_locked") values ('migration_lock', 0);
insert into "replay" ("issuer", "jti", "expires") values ('https://ehr.example.org', 'jti-1', '2026-06-01T03:00:00.000Z');
insert into "cards" ("card", "client", "service", "protocol", "patient", "status", "shown", "issued") values ('c1', 'https://ehr.example.org', 'lupus-car-t-patient-view', 'NCT06222853@5to18', 'p_one', 'candidate', 1, '2026-06-01T00:00:00.000Z');
insert into "cards" ("card", "client", "service", "protocol", "patient", "status", "shown", "issued") values ('c2', 'https://ehr.example.org', 'lupus-car-t-patient-view', 'NCT06222853@5to18', 'p_two', 'candidate', 1, '2026-06-01T00:00:00.000Z');
insert into "cards" ("card", "client", "service", "protocol", "patient", "status", "shown", "issued") values ('c3', 'https://ehr.example.org', 'lupus-car-t-patient-view', 'NCT06222853@5to18', 'p_one', 'candidate', 0, '2026-06-01T00:00:00.000Z');
insert into "feedback" ("client", "card", "outcome", "at", "suggestions", "reason_system", "reason_code", "reason_text", "comment", "received") values ('https://ehr.example.org', 'c1', 'overridden', '2026-06-01T01:00:00.000Z', '[]', 'urn:lupus-trial-cds:override-reason', 'declined', '', '家属暂不考虑 "later"
', '2026-06-01T01:00:01.000Z');
insert into "feedback" ("client", "card", "outcome", "at", "suggestions", "reason_system", "reason_code", "reason_text", "comment", "received") values ('https://ehr.example.org', 'c2', 'accepted', '2026-06-01T01:00:00.000Z', '[]', 'urn:lupus-trial-cds:override-reason', '', '', '家属暂不考虑 "later"
', '2026-06-01T01:00:01.000Z');
insert into "snoozes" ("client", "patient", "protocol", "until", "reason", "times") values ('https://ehr.example.org', 'p_one', 'NCT06222853@5to18', '2026-07-01T02:00:00.000Z', 'declined', 1);
insert into "audit" ("seq", "at", "kind", "client", "patient", "detail", "previous", "hash") values (1, '2026-06-01T02:00:00.000Z', 'hook', 'https://ehr.example.org', 'p_one', '{"cards":1}', '', '818ade16ddd012a418a14f08583d4d4fe69daf91b46ec2697f52ae6fd1b3650d');
insert into "audit" ("seq", "at", "kind", "client", "patient", "detail", "previous", "hash") values (2, '2026-06-01T02:00:00.000Z', 'hook', 'https://ehr.example.org', 'p_two', '{"cards":1}', '818ade16ddd012a418a14f08583d4d4fe69daf91b46ec2697f52ae6fd1b3650d', '0af067b88ca022a3da5636b2a456204acc0ab1390db2601a7a08bab26578c21c');
insert into "audit" ("seq", "at", "kind", "client", "patient", "detail", "previous", "hash") values (3, '2026-06-01T02:00:00.000Z', 'hook', 'https://ehr.example.org', 'p_one', '{"cards":1}', '0af067b88ca022a3da5636b2a456204acc0ab1390db2601a7a08bab26578c21c', 'cf9fe5058cdf27c1fbd5ab2c262e1acdff47e3de5f74a94b1e4c07391209a673');
insert into "audit_head" ("id", "seq", "hash") values (1, 3, 'cf9fe5058cdf27c1fbd5ab2c262e1acdff47e3de5f74a94b1e4c07391209a673');
