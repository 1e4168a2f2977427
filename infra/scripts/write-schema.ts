import { join } from 'node:path';

import { manifestText } from '../local/documents';
import { schemaFiles } from '../local/supergraph';
import { writeOrCheck } from './generated-files';

// `npm run schema` writes the five SDLs, the supergraph and the manifest of trusted documents.
const root = join(__dirname, '..', '..', '..');
const { subgraphs, supergraph } = schemaFiles();

writeOrCheck(
  new Map([
    ...[...subgraphs].map(([name, sdl]): [string, string] => [join('subgraphs', name, 'schema.graphql'), sdl]),
    [join('gateway', 'supergraph.graphql'), supergraph] as [string, string],
    [join('gateway', 'trusted-documents.json'), manifestText(join(root, 'gateway', 'documents'), supergraph)] as [
      string,
      string,
    ],
  ]),
  'npm run schema',
);
