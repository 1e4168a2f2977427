import { DEMO_PASSWORD } from '@hub/infra/seed/organization';

import { createDistributedHub, type DistributedTestHub, hubShapes, someId } from '../support';
import { type Answered, SteadyLoad } from './load/steady-load';

jest.setTimeout(240_000);

interface Page {
  readonly units: { readonly totalCount: number };
  /** Of dispatch. */
  readonly document: null;
}

const QUERY = 'query ($id: ID!) { units(first: 1) { totalCount } document(id: $id) { id } }';

let hub: DistributedTestHub;
let load: SteadyLoad<Page>;

const isWhole = (answer: Answered<Page>): boolean => !('dropped' in answer) && answer.errors === undefined;
const isPartial = (answer: Answered<Page>): boolean => !isWhole(answer);

const describeDistributed = hubShapes().includes('distributed') ? describe : describe.skip;

describeDistributed('a running hub of many processes', () => {
  beforeAll(async () => {
    hub = await createDistributedHub({ committee: true, drainGraceMs: 5000, logLevel: 'fatal' });
  });

  afterAll(() => hub?.close());

  beforeEach(async () => {
    load = new SteadyLoad(hub.url, await hub.signIn('leader', DEMO_PASSWORD), QUERY, { id: someId() });
    await load.until((since) => since.filter(isWhole).length >= 20);
  });

  afterEach(() => load.stop());

  test('a subgraph that is killed takes its own fields away and no others, until it is back', async () => {
    hub.process('dispatch').signal('SIGKILL');
    const meanwhile = await load.until(
      (since) => since.some(isPartial) && since.slice(-50).filter(isWhole).length === 50,
    );
    const partial = meanwhile.filter(isPartial);
    for (const answer of partial) {
      expect(answer).toEqual({
        data: { units: { totalCount: 76 }, document: null },
        errors: [
          {
            message: expect.stringMatching(/^\p{Script=Han}[^:]*$/u),
            path: ['document'],
            extensions: expect.objectContaining({ code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'dispatch' }),
          },
        ],
        extensions: { cost: expect.any(Number) },
      });
    }
  });

  test('a gateway that is told to stop answers everything it was asked, and is back', async () => {
    const before = hub.process('gateway').pid;
    hub.process('gateway').signal('SIGTERM');
    const meanwhile = await load.until(
      (since) => hub.process('gateway').pid !== before && since.slice(-50).filter(isWhole).length === 50,
    );
    expect(meanwhile.filter(isPartial)).toEqual([]);
  });
});
