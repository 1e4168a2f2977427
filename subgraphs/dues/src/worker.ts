import { runWorker } from '@hub/graphql';

import { dues } from './subgraph';

void runWorker(dues);
