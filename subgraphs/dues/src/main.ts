import { runSubgraph } from '@hub/graphql';

import { dues } from './subgraph';

void runSubgraph(dues);
