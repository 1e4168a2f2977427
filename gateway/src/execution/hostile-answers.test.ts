import type { SubgraphResponse } from '../context';
import { unitsGraph } from './testing/units-graph';

/** As it comes from the wire: `JSON.parse` makes `__proto__` a key like any other. */
const wire = (text: string) => JSON.parse(text) as SubgraphResponse;

const answering = (subgraph: string, response: SubgraphResponse) =>
  unitsGraph({ intercept: (call) => (call.subgraph === subgraph ? response : undefined) });

describe('an answer that means harm', () => {
  it.each([
    ['at the root', '{"data":{"__proto__":{"polluted":1},"units":[]}}'],
    ['in an entity', '{"data":{"units":[{"id":"u1","__typename":"Unit","__proto__":{"polluted":1}}]}}'],
    ['as a list', '{"data":{"__proto__":[{"polluted":1}],"units":[]}}'],
    ['deeper', '{"data":{"constructor":{"prototype":{"polluted":1}},"units":[{"id":"u1","__typename":"Unit"}]}}'],
  ])('reaches no prototype: %s', async (_, text) => {
    const { ask } = answering('organization', wire(text));
    await ask('{ units { id copies receipts { id } } }');
    expect('polluted' in {}).toBe(false);
    expect('polluted' in []).toBe(false);
  });

  it('reaches no prototype in the answer to a join', async () => {
    const { ask } = answering('dispatch', wire('{"data":{"_entities":[{"__proto__":{"polluted":1},"copies":3}]}}'));
    await ask('{ units(first: 1) { id copies } }');
    expect('polluted' in {}).toBe(false);
  });

  it('shows no field that was not asked for', async () => {
    const { ask } = answering('organization', wire('{"data":{"units":[{"id":"u1","secret":"x"}],"more":1},"extra":2}'));
    expect(await ask('{ units { id } }')).toEqual({ data: { units: [{ id: 'u1' }] }, requestError: false });
  });
});

describe('an answer about other entities than were asked for', () => {
  it.each([
    ['too few', '{"data":{"_entities":[{"copies":3}]}}'],
    ['too many', `{"data":{"_entities":[${'{"copies":3},'.repeat(5)}{"copies":4}]}}`],
    ['none', '{"data":{"_entities":[]}}'],
    ['no list', '{"data":{"_entities":{"0":{"copies":3}}}}'],
    ['nothing', '{"data":{}}'],
  ])('is no answer: %s', async (_, text) => {
    const { ask, internalErrors } = answering('dispatch', wire(text));
    const answer = await ask('{ units { name copies } }');
    expect(answer.errors).toMatchObject([{ path: ['units'], extensions: { reason: 'DISPATCH_UNAVAILABLE' } }]);
    expect(internalErrors).toHaveLength(1);
  });
});
