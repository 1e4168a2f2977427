import { runSubgraph } from '@hub/graphql';

import { approvals } from './subgraph';

void runSubgraph(approvals);
