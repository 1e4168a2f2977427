import { IN_COMMITTEE, SqlMigration, secureTable } from '@hub/persistence';

const readWrite = { grant: 'select, insert, update', rows: IN_COMMITTEE };
const officeAndSystem = { office: readWrite, system: readWrite };

/** The number series and the gap-free ledger of their numbers. */
export class Numbers1763769600002 extends SqlMigration {
  protected statements(): string[] {
    return [...numberSeries, ...seriesCounter, ...numberRegister, ...documentEconomy];
  }
}

const numberSeries = [
  `create table dispatch.number_series (
     committee_id uuid not null, series_id uuid not null,
     prefix text not null, name text not null check (length(name) between 2 and 60),
     issuer_organization_id uuid not null, issuer_name text not null,
     kinds text[] not null check (cardinality(kinds) > 0), steps jsonb not null, seal_name text,
     active boolean not null default true, version int not null default 1,
     primary key (committee_id, series_id), constraint number_series_prefix unique (committee_id, prefix)
   )`,
  ...secureTable('dispatch', 'number_series', officeAndSystem),
];

const seriesCounter = [
  // The row that is locked while a number is taken.
  `create table dispatch.series_counter (
     committee_id uuid not null, series_id uuid not null, year int not null,
     last_sequence int not null default 0 check (last_sequence >= 0), latest_written_on date,
     primary key (committee_id, series_id, year),
     foreign key (committee_id, series_id) references dispatch.number_series (committee_id, series_id)
   )`,
  ...secureTable('dispatch', 'series_counter', officeAndSystem),
];

const numberRegister = [
  // One row for every number up to the last: a gap is a missing row, and there is none.
  `create table dispatch.number_register (
     committee_id uuid not null, series_id uuid not null, year int not null,
     sequence int not null check (sequence > 0),
     status text not null check (status in ('RESERVED', 'ASSIGNED', 'RELEASED', 'VOIDED')),
     document_id uuid, reason text check (length(reason) <= 500),
     decided_by_account_id uuid, decided_by_name text not null, decided_at timestamptz(3) not null,
     check (status <> 'ASSIGNED' or document_id is not null),
     check (status not in ('RESERVED', 'VOIDED') or (document_id is null and reason is not null)),
     primary key (committee_id, series_id, year, sequence),
     foreign key (committee_id, series_id) references dispatch.number_series (committee_id, series_id)
   )`,
  // A document holds one number at most.
  `create unique index number_register_document on dispatch.number_register (committee_id, document_id)
     where document_id is not null`,
  `create function dispatch.keep_released_number() returns trigger language plpgsql set search_path = '' as $$
   begin
     raise exception 'number % of year % was released and stays as it is', old.sequence, old.year
       using errcode = 'check_violation', constraint = 'number_register_released';
   end $$`,
  // The last word when all code is wrong: what left the house under a number keeps it for good.
  `create trigger number_register_released before update or delete on dispatch.number_register
     for each row when (old.status = 'RELEASED') execute function dispatch.keep_released_number()`,
  ...secureTable('dispatch', 'number_register', officeAndSystem),
];

const documentEconomy = [
  // 减负规定: papers of a year against the year before; an imported year has its figure and no papers.
  `create table dispatch.document_economy (
     committee_id uuid not null, year int not null,
     numbered int not null default 0 check (numbered >= 0),
     explanation text check (length(explanation) <= 2000),
     explained_by_account_id uuid, explained_by_name text, explained_at timestamptz(3),
     check ((explanation is null) = (explained_at is null)),
     primary key (committee_id, year)
   )`,
  ...secureTable('dispatch', 'document_economy', officeAndSystem),
];
