import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

import { fragmentsOf } from '../../execution/operation/definitions';

/** What a definition comes to once its fragments are expanded. */
export interface Measure {
  readonly depth: number;
  readonly fields: number;
  /** Fields that are not within another field of the definition. */
  readonly rootFields: number;
  readonly aliases: number;
  readonly directives: number;
  /** The most directives at one place. */
  readonly directivesAtPlace: number;
  /** The most aliases of one field in one selection set. */
  readonly aliasesOfField: number;
}

const NOTHING: Measure = {
  depth: 0,
  fields: 0,
  rootFields: 0,
  aliases: 0,
  directives: 0,
  directivesAtPlace: 0,
  aliasesOfField: 0,
};

/**
 * Measures every operation and fragment. Each fragment is measured once, and its measure counted wherever it is
 * spread: a bomb of fragments is a matter of additions. A cycle counts nothing here; validation refuses it.
 */
export function measureDocument(document: DocumentNode): Measure[] {
  const fragments = fragmentsOf(document);
  const measured = new Map<string, Measure>();

  const ofFragment = (name: string): Measure => {
    const known = measured.get(name);
    if (known) return known;
    const fragment = fragments.get(name);
    measured.set(name, NOTHING);
    const measure = fragment ? ofSelections(fragment.selectionSet, fragment.directives) : NOTHING;
    measured.set(name, measure);
    return measure;
  };

  const ofSelections = (set: SelectionSetNode, directives: readonly DirectiveNode[] = []): Measure => {
    const sum = set.selections.map(ofSelection).reduce(add, ofDirectives(directives));
    return { ...sum, aliasesOfField: Math.max(sum.aliasesOfField, aliasesOfOneField(set)) };
  };

  const ofSelection = (selection: SelectionNode): Measure => {
    const own = ofDirectives(selection.directives ?? []);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return add(own, ofFragment(selection.name.value));
    if (selection.kind === Kind.INLINE_FRAGMENT) return add(own, ofSelections(selection.selectionSet));
    return add(own, ofField(selection));
  };

  const ofField = ({ alias, selectionSet }: FieldNode): Measure => {
    const below = selectionSet ? ofSelections(selectionSet) : NOTHING;
    return {
      ...below,
      depth: below.depth + 1,
      fields: below.fields + 1,
      rootFields: 1,
      aliases: below.aliases + (alias ? 1 : 0),
    };
  };

  return document.definitions.flatMap((definition) => {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) return ofFragment(definition.name.value);
    if (definition.kind === Kind.OPERATION_DEFINITION)
      return ofSelections(definition.selectionSet, definition.directives);
    return [];
  });
}

function ofDirectives({ length }: readonly DirectiveNode[]): Measure {
  return length === 0 ? NOTHING : { ...NOTHING, directives: length, directivesAtPlace: length };
}

function add(one: Measure, other: Measure): Measure {
  return {
    depth: Math.max(one.depth, other.depth),
    fields: one.fields + other.fields,
    rootFields: one.rootFields + other.rootFields,
    aliases: one.aliases + other.aliases,
    directives: one.directives + other.directives,
    directivesAtPlace: Math.max(one.directivesAtPlace, other.directivesAtPlace),
    aliasesOfField: Math.max(one.aliasesOfField, other.aliasesOfField),
  };
}

function aliasesOfOneField({ selections }: SelectionSetNode): number {
  const counts = new Map<string, number>();
  for (const selection of selections) {
    if (selection.kind !== Kind.FIELD || !selection.alias) continue;
    counts.set(selection.name.value, (counts.get(selection.name.value) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}
