import { runWorker } from '@hub/graphql';

import { organization } from './subgraph';

void runWorker(organization);
