import { defineLoader, type GraphqlDefinition } from '@hub/graphql';

import { duesChargesById } from '../data/dues-charge.read-model';
import { agenda } from './agenda';
import { duesDecisions } from './decisions';
import { DuesCharge, toDuesCharge } from './dues-charge.type';
import { DuesRowsResolver } from './dues-rows.resolver';

const chargeLoader = defineLoader(duesChargesById);

export const duesGraphql: GraphqlDefinition = {
  resolvers: [DuesRowsResolver, ...agenda.resolvers],
  orphanedTypes: [DuesCharge, agenda.type],
  decisions: duesDecisions,
  wholeReferences: { Agenda: agenda.reference },
  references: {
    DuesCharge: async ({ id }, ctx) => {
      const row = await chargeLoader.load(ctx, id);
      return row && toDuesCharge(row);
    },
  },
};
