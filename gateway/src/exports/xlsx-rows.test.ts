import { randomBytes } from 'node:crypto';

import { GraphQLString } from 'graphql';

import { xlsx } from './xlsx-rows';

test('pages are asked for as the file is taken', async () => {
  const rowBytes = 3_000;
  let asked = 0;
  async function* endless(): AsyncGenerator<readonly unknown[]> {
    for (;;) {
      const page = Array.from({ length: 100 }, () => ({ name: randomBytes(rowBytes).toString('base64') }));
      asked += page.length * rowBytes;
      // Chance does not pack: as many bytes leave as come.
      yield page;
    }
  }
  const columns = [{ name: 'name', path: ['name'], title: '名称', type: GraphQLString }];
  let taken = 0;
  for await (const chunk of xlsx.write({ title: '表', columns, pages: endless(), mark: null, now: new Date(0) })) {
    taken += chunk.length;
    if (taken > 2_000_000) break;
  }
  expect(asked).toBeLessThan(taken + 1_500_000);
});
