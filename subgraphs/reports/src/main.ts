import { runSubgraph } from '@hub/graphql';

import { reports } from './subgraph';

void runSubgraph(reports);
