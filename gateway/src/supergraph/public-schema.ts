import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import {
  buildASTSchema,
  type DocumentNode,
  type GraphQLSchema,
  isTypeDefinitionNode,
  type NamedTypeNode,
  visit,
} from 'graphql';

/** The schema clients see: no join or link directives, nothing @inaccessible. */
export function buildPublicSchema(supergraph: DocumentNode): GraphQLSchema {
  return buildASTSchema(withoutHiddenTypes(transformSupergraphToPublicSchema(supergraph)), { assumeValidSDL: true });
}

/** The transformation takes @inaccessible types away, but not their names from unions and `implements`. */
function withoutHiddenTypes(document: DocumentNode): DocumentNode {
  const known = new Set(document.definitions.filter(isTypeDefinitionNode).map(({ name }) => name.value));
  const isKnown = (type: NamedTypeNode) => known.has(type.name.value);
  return visit(document, {
    UnionTypeDefinition: { enter: (union) => ({ ...union, types: union.types?.filter(isKnown) }) },
    ObjectTypeDefinition: { enter: (type) => ({ ...type, interfaces: type.interfaces?.filter(isKnown) }) },
    InterfaceTypeDefinition: { enter: (type) => ({ ...type, interfaces: type.interfaces?.filter(isKnown) }) },
  });
}
