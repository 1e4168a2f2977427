import { loadSupergraph } from '@hub/gateway';
import { schemaFiles } from '@hub/infra/local/supergraph';
import { parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

import { trustedDocuments } from '../support';

// In production only trusted documents run: a root field without one is work that nobody can do there.

const { publicSchema } = loadSupergraph(schemaFiles().supergraph);

/** Root fields that clients' graph has and no document of the product asks for. */
const WITHOUT_DOCUMENT: Readonly<Record<string, string>> = {
  'Query.requests': 'nothing writes requests yet',
};

const roots = [publicSchema.getQueryType(), publicSchema.getMutationType(), publicSchema.getSubscriptionType()];
const offered = roots.flatMap((type) => Object.keys(type?.getFields() ?? {}).map((field) => `${type?.name}.${field}`));

function asked(): Set<string> {
  const found = new Set<string>();
  for (const { text } of Object.values(trustedDocuments())) {
    const types = new TypeInfo(publicSchema);
    const note = { Field: () => void found.add(`${types.getParentType()?.name}.${types.getFieldDef()?.name}`) };
    visit(parse(text), visitWithTypeInfo(types, note));
  }
  return found;
}

test('every root field has a trusted document, or a reason to have none', () => {
  const documents = asked();
  expect(offered.filter((field) => !documents.has(field)).sort()).toEqual(Object.keys(WITHOUT_DOCUMENT));
});
