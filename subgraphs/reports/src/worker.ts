import { runWorker } from '@hub/graphql';

import { reports } from './subgraph';

void runWorker(reports);
