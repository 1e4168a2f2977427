import { createTestWorld, type TestWorld } from '../../support';

let world: TestWorld;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['organization'] });
});

afterAll(() => world.close());

test('without an account nobody signs in', async () => {
  const { data, errors } = await world.graphql(
    'organization',
    null,
    'mutation { login(input: { loginName: "nobody", password: "x" }) { accessToken } }',
  );
  expect(data).toBeNull();
  expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED', reason: 'LOGIN_FAILED' } }]);
  expect(world.faults).toEqual([]);
});
