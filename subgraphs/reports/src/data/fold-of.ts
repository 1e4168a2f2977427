/**
 * The statement that replaces the entries of a task ($2) of a committee ($1) by one for each place, with the sums of the
 * counters. Safe beside acts that go on: entries they add meanwhile are not seen and stay; of two folds at once the second
 * finds nothing left to fold.
 */
export const foldOf = (table: string, places: string, counters: readonly string[]): string =>
  `with folded as (
     delete from ${table} where committee_id = $1 and task_id = $2
     returning entry_id, ${places}, ${counters.join(', ')}
   )
   insert into ${table} (committee_id, task_id, entry_id, ${places}, ${counters.join(', ')})
   select $1, $2, (array_agg(entry_id))[1], ${places}, ${counters.map((counter) => `sum(${counter})`).join(', ')}
   from folded group by ${places}`;
