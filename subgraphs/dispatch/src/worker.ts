import { runWorker } from '@hub/graphql';

import { dispatch } from './subgraph';

void runWorker(dispatch);
