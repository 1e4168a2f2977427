import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { manifestText } from './documents';
import { schemaFiles } from './supergraph';

const GATEWAY = join(__dirname, '..', '..', 'gateway');

test('the committed manifest is the one of the committed documents', () => {
  const text = manifestText(join(GATEWAY, 'documents'), schemaFiles().supergraph);
  expect(readFileSync(join(GATEWAY, 'trusted-documents.json'), 'utf8')).toBe(text);
});
