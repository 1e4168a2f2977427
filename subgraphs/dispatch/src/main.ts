import { runSubgraph } from '@hub/graphql';

import { dispatch } from './subgraph';

void runSubgraph(dispatch);
