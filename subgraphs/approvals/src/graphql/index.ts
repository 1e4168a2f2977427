import { defineLoader, type GraphqlDefinition } from '@hub/graphql';

import { requestsById } from '../data/request.read-model';
import { agenda } from './agenda';
import { approvalsDecisions } from './decisions';
import { RequestResolver } from './request.resolver';
import { toRequest } from './request.type';

const requestLoader = defineLoader(requestsById);

export const approvalsGraphql: GraphqlDefinition = {
  resolvers: [RequestResolver, ...agenda.resolvers],
  orphanedTypes: [agenda.type],
  decisions: approvalsDecisions,
  wholeReferences: { Agenda: agenda.reference },
  references: {
    Request: async ({ id }, ctx) => {
      const row = await requestLoader.load(ctx, id);
      return row && toRequest(row);
    },
  },
};
