import { drawnQuery, type KnownIds } from './drawn-query';
import { type Answer, type HubBesidePeer, openHubBesidePeer } from './hub-beside-peer';

/** More by HUB_TEST_QUERIES. */
const QUERIES = Number(process.env.HUB_TEST_QUERIES ?? 30);

let hub: HubBesidePeer;
let ids: KnownIds;

beforeAll(async () => {
  hub = await openHubBesidePeer();
  ids = await knownIds(hub);
}, 5 * 60_000);

afterAll(() => hub.close());

it.each(['registrar', 'clerk'])(
  'the hub answers %s as @apollo/gateway does over the same subgraphs',
  async (loginName) => {
    const actor = await hub.actor(loginName);
    let answered = 0;
    for (let seed = 1; seed <= QUERIES; seed += 1) {
      const query = drawnQuery(hub.schema, ids, seed);
      const ours = comparable(await hub.ours(query, actor));
      expect({ query, ...ours }).toEqual({ query, ...comparable(await hub.theirs(query, actor)) });
      if (ours.data) answered += 1;
    }
    // Refusals are compared too, but a run of nothing else would prove little.
    expect(answered).toBeGreaterThan(QUERIES / 3);
  },
  30 * 60_000,
);

function comparable({ data, errors = [] }: Answer) {
  return { data: data ?? null, errors: errors.map(({ message, path }) => `${path?.join('.')}: ${message}`).sort() };
}

async function knownIds({ ours, actor }: HubBesidePeer): Promise<KnownIds> {
  const query = '{ units(first: 4) { nodes { id organizations { id } } } recipientGroups { id } }';
  const { data } = await ours(query, await actor('registrar'));
  const { units, recipientGroups } = data as {
    units: { nodes: { id: string; organizations: { id: string }[] }[] };
    recipientGroups: { id: string }[];
  };
  const organizations = units.nodes.flatMap((unit) => unit.organizations.map(({ id }) => id)).slice(0, 4);
  const unitIds = units.nodes.map(({ id }) => id);
  return {
    Unit: unitIds,
    unitId: unitIds,
    Organization: organizations,
    rootId: organizations,
    of: organizations,
    RecipientGroup: recipientGroups.map(({ id }) => id).slice(0, 3),
  };
}
