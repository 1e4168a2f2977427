import { type Id, isAdministrator, type Page, type PageRequest, trailPolicy } from '@hub/core';
import {
  type ActsQuery,
  actsOf,
  requirePerson,
  type ShownAct,
  trailKeeper,
  type UseCaseContext,
} from '@hub/persistence';

/** `<object>` or `<object>.<part>`, as the keys of entities are. */
function objectOf(of: string): Pick<ActsQuery, 'objectId' | 'partId'> {
  const [objectId = '', partId = null] = of.split('.');
  return { objectId, partId };
}

/**
 * The acts of one subgraph on an object. Administrators have no access to the rows: the keeper of the trail reads for
 * them, and masks every value but those of `administrative` nouns before it leaves the database.
 */
export function readTrail(
  ctx: UseCaseContext,
  schema: string,
  administrative: readonly string[],
  of: Id,
  page: PageRequest,
): Promise<Page<ShownAct>> {
  const person = requirePerson(ctx);
  const { committeeId, unitId } = person;
  const object = objectOf(of);
  if (isAdministrator(person.role)) {
    trailPolicy.assertMay(person, 'readMaskedTrail', { committeeId });
    const query = { ...object, unitId: null, shown: administrative };
    return ctx.as(trailKeeper(committeeId)).read((tx) => actsOf(tx, schema, query, page));
  }
  const everywhere = trailPolicy.may(person, 'readTrail', { committeeId });
  if (!everywhere) trailPolicy.assertMay(person, 'readTrail', { committeeId, unitId });
  const query = { ...object, unitId: everywhere ? null : unitId, shown: null };
  return ctx.read((tx) => actsOf(tx, schema, query, page));
}
