import type { PersonActor } from '@hub/core';
import type { OpenSubgraph } from '@hub/graphql';

import { send } from './send';

/** Templates to begin with, one for each kind of report. */
export async function seedReports(reports: OpenSubgraph, checker: PersonActor): Promise<void> {
  await send(reports, checker, 'mutation { adoptStarterTemplates { id } }');
}
