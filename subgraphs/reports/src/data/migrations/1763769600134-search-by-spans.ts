import { SqlMigration, sideRole } from '@hub/persistence';

/** Words are looked up span by span from the newest: what a search costs follows its page, not what the years hold of a word. */
export class SearchBySpans1763769600134 extends SqlMigration {
  protected statements(): string[] {
    return [
      ...terms,
      `drop function ${FIND}`,
      'drop index reports.report_text_words',
      'drop function reports.bigrams(text)',
      find,
      `revoke all on function ${FIND} from public`,
      `grant execute on function ${FIND} to ${sideRole('reports', 'office')}, ${sideRole('reports', 'unit')}`,
      // The owner need not be a superuser: what the function looks through is open to whoever owns it, and to nobody else.
      'alter table reports.report_text no force row level security',
    ];
  }
}

const FIND = 'reports.find_reports(uuid, uuid[], text[], text[], timestamptz, timestamptz, timestamptz, uuid, int)';

/** A span, in days. */
const DAYS = 32;

const terms = [
  `create function reports.text_span(at timestamptz) returns int
     language sql immutable strict parallel safe set search_path = '' as $$
       select ((at at time zone 'UTC')::date - date '2000-01-01') / ${DAYS} $$`,
  // Pairs of neighbouring characters, since words of Chinese are not marked off and most have two; each pair of a
  // committee and a span is a term of its own, so that a list of the index is as long as one span has matches.
  `create function reports.search_terms(committee uuid, span int, body text) returns bigint[]
     language sql immutable strict parallel safe set search_path = '' as $$
       select coalesce(array_agg(distinct hashtextextended(pair.a || pair.b, seed)), '{}')
       from hashtextextended(committee::text, span) as seed,
            (select letter.c as a, lead(letter.c) over (order by letter.place) as b
             from unnest(string_to_array(body, null)) with ordinality as letter(c, place)) as pair
       where pair.b is not null and pair.a <> ' ' and pair.b <> ' ' $$`,
  // Nothing waits to be sorted in: that would be read anew for each span.
  `create index report_text_terms on reports.report_text
     using gin (reports.search_terms(committee_id, reports.text_span(submitted_at), body)) with (fastupdate = off)`,
];

/** So many matches of a span are fetched and sorted; where there are more, its reports are walked in their order. */
const DENSE = 500;

const PAGE = `t.committee_id = committee and (t.submitted_at, t.report_id) < (before_at, before_id)
              and t.submitted_at >= greatest(oldest, begins) and (kinds is null or t.kind = any(kinds))`;
const NEWEST = 'order by t.submitted_at desc, t.report_id desc limit most - hits';

// Ids of reports that have all the words, the newest first. Runs as the owner, since under row security no operator of
// arrays may use its index; whoever asks joins the ids with the guarded table.
const find = `
  create function reports.find_reports(
      committee uuid, units uuid[], sought text[], kinds text[], since timestamptz, until timestamptz,
      after_at timestamptz, after_id uuid, most int)
    returns table (report_id uuid, submitted_at timestamptz)
    language plpgsql stable security definer rows 50 set search_path = ''
    set plan_cache_mode = force_generic_plan set max_parallel_workers_per_gather = 0 as $$
    declare
      nothing constant uuid := '00000000-0000-0000-0000-000000000000';
      patterns text[] := (
        select array_agg('%' || replace(replace(replace(word, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%')
        from unnest(sought) as word);
      is_after constant boolean := after_at is not null and (until is null or after_at < until);
      before_at timestamptz;
      before_id uuid := case when is_after then after_id else nothing end;
      oldest timestamptz;
      span int;
      begins timestamptz;
      terms bigint[];
      matches uuid[];
      hits int := 0;
      found int;
    begin
      select coalesce(least(after_at, until), max(t.submitted_at) + interval '1 second'),
             greatest(min(t.submitted_at), since)
        into before_at, oldest
      from reports.report_text t where t.committee_id = committee;
      span := reports.text_span(before_at);
      while hits < most and span >= reports.text_span(oldest) loop
        begins := (date '2000-01-01' + span * ${DAYS})::timestamp at time zone 'UTC';
        terms := (select array_agg(term)
                  from unnest(sought) as word, unnest(reports.search_terms(committee, span, word)) as term);
        matches := array(
          select t.report_id from reports.report_text t
          where reports.search_terms(t.committee_id, reports.text_span(t.submitted_at), t.body) @> terms
            and t.body like all(patterns)
          limit ${DENSE} + 1);
        if cardinality(matches) <= ${DENSE} then
          return query select t.report_id, t.submitted_at from reports.report_text t
            where ${PAGE} and t.report_id = any(matches) and (units is null or t.unit_id = any(units)) ${NEWEST};
        elsif cardinality(units) = 1 then
          return query select t.report_id, t.submitted_at from reports.report_text t
            where ${PAGE} and t.unit_id = units[1] and t.body like all(patterns) ${NEWEST};
        else
          return query select t.report_id, t.submitted_at from reports.report_text t
            where ${PAGE} and (units is null or t.unit_id = any(units)) and t.body like all(patterns) ${NEWEST};
        end if;
        get diagnostics found = row_count;
        hits := hits + found;
        before_at := least(before_at, begins);
        before_id := nothing;
        span := span - 1;
      end loop;
    end $$`;
