import { type ConstDirectiveNode, type DocumentNode, Kind, visit } from 'graphql';

/** Directive arguments that hold a selection the planner fetches on its own account. */
const FIELD_SETS: Readonly<Record<string, string>> = { join__type: 'key', join__field: 'requires' };
const NAME = /[_A-Za-z]\w*/g;

/**
 * Names under which the planner fetches keys and required fields beside what the client selected.
 * A client alias of the same spelling would overwrite them, so the executor renames such aliases.
 */
export function reservedKeys(supergraph: DocumentNode): ReadonlySet<string> {
  return namesInFieldSets(supergraph, NAME);
}

const NAME_WITH_ARGUMENTS = /[_A-Za-z]\w*(?=\s*\()/g;

/**
 * Names of fields that another field requires with arguments. The planner fetches them under their own names, and does
 * not notice when the client selects the same field without arguments: that is another field, and gets another key.
 */
export function keysWithArguments(supergraph: DocumentNode): ReadonlySet<string> {
  return namesInFieldSets(supergraph, NAME_WITH_ARGUMENTS);
}

function namesInFieldSets(supergraph: DocumentNode, pattern: RegExp): ReadonlySet<string> {
  const names = new Set<string>();
  visit(supergraph, {
    Directive(directive) {
      for (const name of fieldSet(directive as ConstDirectiveNode).match(pattern) ?? []) names.add(name);
    },
  });
  return names;
}

function fieldSet(directive: ConstDirectiveNode): string {
  const argumentName = FIELD_SETS[directive.name.value];
  const value = directive.arguments?.find((argument) => argument.name.value === argumentName)?.value;
  return value?.kind === Kind.STRING ? value.value : '';
}
