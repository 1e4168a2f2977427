import { approvals } from '@hub/approvals';
import { dispatch } from '@hub/dispatch';
import { dues } from '@hub/dues';
import type { Subgraph } from '@hub/graphql';
import { organization } from '@hub/organization';
import { reports } from '@hub/reports';

/** The five subgraphs of the hub, in the order in which they are migrated and started. */
export const SUBGRAPHS: readonly Subgraph[] = [organization, dispatch, reports, approvals, dues];
