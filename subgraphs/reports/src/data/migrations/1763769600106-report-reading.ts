import {
  closeToAdministrators,
  EVERY_ROW,
  IN_COMMITTEE,
  IN_UNITS,
  SqlMigration,
  secureTable,
  sideRole,
} from '@hub/persistence';

const system = sideRole('reports', 'system');

/** Ledgers are folded, and what was handed in is found by its words. */
export class ReportReading1763769600106 extends SqlMigration {
  protected statements(): string[] {
    return [...folding, ...words, ...search, ...following];
  }
}

const folding = ['report_tally', 'report_sum'].flatMap((table) =>
  secureTable('reports', table, {
    system: { grant: 'select, insert, delete', rows: EVERY_ROW, check: IN_COMMITTEE },
  }),
);

const words = [
  // Pairs of neighbouring characters: words of Chinese are not marked off, and most have two.
  `create function reports.bigrams(body text) returns text[]
     language sql immutable strict parallel safe set search_path = '' as $$
       select coalesce(array_agg(distinct pair.a || pair.b), '{}')
       from (select letter.c as a, lead(letter.c) over (order by letter.place) as b
             from unnest(string_to_array(body, null)) with ordinality as letter(c, place)) as pair
       where pair.b is not null and pair.a <> ' ' and pair.b <> ' ' $$`,
  // Of what was handed in last, as searchableText leaves it.
  `create table reports.report_text (
     committee_id uuid not null, report_id uuid not null, unit_id uuid not null,
     kind text not null, submitted_at timestamptz(3) not null, body text not null,
     primary key (committee_id, report_id)
   )`,
  `create index report_text_newest on reports.report_text (committee_id, submitted_at desc, report_id desc)`,
  `create index report_text_unit on reports.report_text (committee_id, unit_id, submitted_at desc, report_id desc)`,
  // What waits to be sorted in is read by every search, so it is kept short.
  `create index report_text_words on reports.report_text using gin (reports.bigrams(body))
     with (gin_pending_list_limit = 256)`,
  ...secureTable('reports', 'report_text', {
    office: { grant: 'select', rows: IN_COMMITTEE },
    unit: { grant: 'select, insert, update', rows: IN_UNITS },
  }),
  closeToAdministrators('reports', 'report_text'),
];

/** How many of the newest are looked through before the words are looked up. */
const WALKED = 1000;

const signature =
  'reports.find_reports(uuid, uuid[], text[], text[], timestamptz, timestamptz, timestamptz, uuid, int)';

const search = [
  // Ids of reports that have all the words, the newest first. Runs as the owner, since under row security no operator of
  // arrays may use its index; whoever asks joins the ids with the guarded table. A common word fills a page from the
  // newest, which are looked through one by one; a rare one is then looked up among all that is older.
  `create function reports.find_reports(
       committee uuid, units uuid[], sought text[], kinds text[], since timestamptz, until timestamptz,
       before_at timestamptz, before_id uuid, most int)
     returns table (report_id uuid, submitted_at timestamptz)
     language plpgsql stable security definer set search_path = '' as $$
     declare
       patterns text[] := (
         select array_agg('%' || replace(replace(replace(word, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%')
         from unnest(sought) as word);
       walk refcursor;
       newest record;
       walked int := 0;
       hits int := 0;
     begin
       if before_at is null then
         before_at := 'infinity';
         before_id := '00000000-0000-0000-0000-000000000000';
       end if;
       if until is not null and until < before_at then
         before_at := until;
         before_id := '00000000-0000-0000-0000-000000000000';
       end if;
       if cardinality(units) = 1 then
         open walk no scroll for
           select t.report_id, t.submitted_at, t.kind, t.unit_id, t.body from reports.report_text t
           where t.committee_id = committee and t.unit_id = units[1]
             and (t.submitted_at, t.report_id) < (before_at, before_id)
             and t.submitted_at >= coalesce(since, '-infinity')
           order by t.submitted_at desc, t.report_id desc limit ${WALKED};
       else
         open walk no scroll for
           select t.report_id, t.submitted_at, t.kind, t.unit_id, t.body from reports.report_text t
           where t.committee_id = committee and (t.submitted_at, t.report_id) < (before_at, before_id)
             and t.submitted_at >= coalesce(since, '-infinity')
           order by t.submitted_at desc, t.report_id desc limit ${WALKED};
       end if;
       loop
         fetch walk into newest;
         exit when not found;
         walked := walked + 1;
         before_at := newest.submitted_at;
         before_id := newest.report_id;
         if (units is null or newest.unit_id = any(units)) and (kinds is null or newest.kind = any(kinds))
            and newest.body like all(patterns) then
           hits := hits + 1;
           report_id := newest.report_id;
           submitted_at := newest.submitted_at;
           return next;
           exit when hits = most;
         end if;
       end loop;
       close walk;
       if hits = most or walked < ${WALKED} then return; end if;
       return query
         with older as materialized (
           select t.report_id, t.submitted_at from reports.report_text t
           where t.committee_id = committee
             and reports.bigrams(t.body) @> (
               select array_agg(pair) from unnest(sought) as word, unnest(reports.bigrams(word)) as pair)
             and t.body like all(patterns) and (units is null or t.unit_id = any(units))
             and (kinds is null or t.kind = any(kinds)) and t.submitted_at >= coalesce(since, '-infinity')
             and (t.submitted_at, t.report_id) < (before_at, before_id)
         )
         select o.report_id, o.submitted_at from older o
         order by o.submitted_at desc, o.report_id desc limit most - hits;
     end $$`,
  `revoke all on function ${signature} from public`,
  `grant execute on function ${signature} to ${sideRole('reports', 'office')}, ${sideRole('reports', 'unit')}`,
];

/** A merger takes figures and words along with their reports. */
const following = ['report_figure', 'report_text'].flatMap((table) => [
  `grant select (committee_id, report_id, unit_id), update (unit_id) on reports.${table} to ${system}`,
  `create policy ${table}_system on reports.${table} for all to ${system}
     using (${IN_COMMITTEE}) with check (${IN_COMMITTEE})`,
]);
