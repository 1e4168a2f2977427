import type { PersonActor } from '@hub/core';
import type { OpenSubgraph } from '@hub/graphql';

export interface SeedOffice {
  readonly registrar: PersonActor;
  readonly clerk: PersonActor;
}

export async function seedDispatch(_dispatch: OpenSubgraph, _office: SeedOffice): Promise<void> {}
