import { SqlMigration } from '@hub/persistence';

/**
 * A look into a span costs little, whatever else is sought beside a rare word; spans without a match are passed over in one
 * statement, and a unit's own reports are walked.
 */
export class SearchByTheRarestWord1763769600136 extends SqlMigration {
  protected statements(): string[] {
    return [pairs, find];
  }
}

const pairs = `
  create function reports.pairs_of(words text[]) returns text[]
    language sql immutable strict parallel safe set search_path = '' as $$
      select coalesce(array_agg(distinct pair.a || pair.b), '{}')
      from unnest(words) as word,
           lateral (select letter.c as a, lead(letter.c) over (order by letter.place) as b
                    from unnest(string_to_array(word, null)) with ordinality as letter(c, place)) as pair
      where pair.b is not null $$`;

/** A span, in days, as in `text_span`. */
const DAYS = 32;
const beginOf = (span: string): string => `(date '2000-01-01' + (${span}) * ${DAYS})::timestamp at time zone 'UTC'`;
/** So many matches of a span are fetched and sorted; where there are more, reports are walked in their order. */
const DENSE = 500;
/** Of a span's matches few are one unit's, and it has few reports to walk. */
const DENSE_FOR_A_UNIT = 50;
/** A word that has more in a span is not rare: another one leads. */
const NOT_RARE = 50;

const BEFORE = 't.committee_id = committee and (t.submitted_at, t.report_id) < (before_at, before_id)';
const HITS = `${BEFORE} and t.body like all(patterns) and (kinds is null or t.kind = any(kinds))
  and (units is null or t.unit_id = any(units))`;
const NEWEST = 'order by submitted_at desc, report_id desc limit most - hits';
const TERMS = 'reports.search_terms(t.committee_id, reports.text_span(t.submitted_at), t.body)';

// Runs as the owner and gives ids, as before. One word leads as long as it is rare; where it is dense all are looked up
// together. What statistics make of words is no part of it: terms are looked up in their index, and reports are walked in the
// order of theirs.
const find = `
  create or replace function reports.find_reports(
      committee uuid, units uuid[], sought text[], kinds text[], since timestamptz, until timestamptz,
      after_at timestamptz, after_id uuid, most int)
    returns table (report_id uuid, submitted_at timestamptz)
    language plpgsql stable security definer rows 50 set search_path = ''
    set plan_cache_mode = force_generic_plan set max_parallel_workers_per_gather = 0
    set enable_seqscan = off set enable_sort = off as $$
    declare
      nothing constant uuid := '00000000-0000-0000-0000-000000000000';
      patterns constant text[] := (
        select array_agg('%' || replace(replace(replace(word, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%')
        from unnest(sought) as word);
      words constant text[] := array(select word from unnest(sought) as word where length(word) > 1 order by length(word) desc);
      leader int := 1;
      pairs text[] := reports.pairs_of(words[1:1]);
      of_one_unit constant boolean := coalesce(cardinality(units) = 1, false);
      dense constant int := case when of_one_unit then ${DENSE_FOR_A_UNIT} else ${DENSE} end;
      is_after constant boolean := after_at is not null and (until is null or after_at < until);
      before_at timestamptz;
      before_id uuid := case when is_after then after_id else nothing end;
      oldest timestamptz;
      begins timestamptz;
      ends timestamptz;
      span int;
      matches uuid[];
      hits int := 0;
      added int;
    begin
      if cardinality(units) = 0 then return; end if;
      select coalesce(least(after_at, until), max(t.submitted_at) + interval '1 second'),
             greatest(min(t.submitted_at), since)
        into before_at, oldest
      from reports.report_text t where t.committee_id = committee;
      if before_at is null or oldest is null then return; end if;
      span := reports.text_span(before_at) + 1;
      loop
        select s.span, s.matches into span, matches
        from (
          select g.span, array(
            select t.report_id from reports.report_text t
            where ${TERMS} @> array(
              select hashtextextended(pair, hashtextextended(committee::text, g.span)) from unnest(pairs) as pair)
            limit dense + 1) as matches
          from generate_series(span - 1, reports.text_span(oldest), -1) as g(span) offset 0) s
        where cardinality(s.matches) > 0 limit 1;
        exit when not found;
        begins := ${beginOf('span')};
        ends := ${beginOf('span + 1')};
        if ends < before_at then
          before_at := ends;
          before_id := nothing;
        end if;
        if cardinality(matches) > ${NOT_RARE} and cardinality(words) > 1 then
          leader := leader % cardinality(words) + 1;
          pairs := reports.pairs_of(words[leader:leader]);
        end if;
        if cardinality(matches) > dense and cardinality(words) > 1 then
          matches := array(
            select t.report_id from reports.report_text t
            where ${TERMS} @> array(
              select hashtextextended(pair, hashtextextended(committee::text, span)) from unnest(reports.pairs_of(words)) as pair)
              and t.body like all(patterns)
            limit dense + 1);
        end if;
        if cardinality(matches) > 0 then
          if cardinality(matches) <= dense then
            return query
              with match as materialized (
                select t.report_id, t.submitted_at from reports.report_text t
                where ${HITS} and t.submitted_at >= greatest(oldest, begins) and t.report_id = any(matches))
              select m.report_id, m.submitted_at from match m ${NEWEST};
          elsif of_one_unit then
            return query select t.report_id, t.submitted_at from reports.report_text t
              where ${HITS} and t.submitted_at >= oldest and t.unit_id = units[1] ${NEWEST};
            return;
          else
            return query select t.report_id, t.submitted_at from reports.report_text t
              where ${HITS} and t.submitted_at >= greatest(oldest, begins) ${NEWEST};
          end if;
          get diagnostics added = row_count;
          hits := hits + added;
          exit when hits >= most;
        end if;
      end loop;
    end $$`;
