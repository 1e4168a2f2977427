import { runWorker } from '@hub/graphql';

import { approvals } from './subgraph';

void runWorker(approvals);
