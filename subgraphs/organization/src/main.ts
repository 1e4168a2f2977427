import { runSubgraph } from '@hub/graphql';

import { organization } from './subgraph';

void runSubgraph(organization);
