import { approvals } from '@hub/approvals';
import { dispatch } from '@hub/dispatch';
import { dues } from '@hub/dues';
import type { Subgraph } from '@hub/graphql';
import { organization } from '@hub/organization';
import { reports } from '@hub/reports';

export const SUBGRAPHS: readonly Subgraph[] = [organization, dispatch, reports, approvals, dues];

export function subgraphNamed(name: string): Subgraph {
  const found = SUBGRAPHS.find((subgraph) => subgraph.name === name);
  if (!found) throw new Error(`no subgraph named ${name}`);
  return found;
}
