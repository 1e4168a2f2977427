import type { Policy } from '@hub/core';
import type { GraphQLArgument } from 'graphql';

import { SUBGRAPHS, type TestWorld } from '../../support';
import { operationsOf } from '../../support/operations';
import { ALTERNATIVES, targetKindOf } from './asked-about';
import { type Caller, selfOf } from './callers';
import { type Place, targetOf } from './place';

/** A door of the graph behind one verb: what it decides, in the words of the decisions. */
export interface Door {
  readonly subgraph: string;
  /** `dispatch.document` */
  readonly policyName: string;
  readonly policy: Policy<string>;
  readonly verb: string;
  /** `Query.documents`, `Document`, `Document.handling` */
  readonly coordinate: string;
}

export interface OperationDoor extends Door {
  readonly field: string;
  readonly args: readonly GraphQLArgument[];
  readonly text: string;
}

const ROOT = /^(Query|Mutation|Subscription)\.(\w+)$/;

export function doors(): readonly Door[] {
  return SUBGRAPHS.flatMap(({ name: subgraph, graphql }) =>
    Object.entries(graphql.decisions.policies).flatMap(([name, { policy, decides }]) =>
      Object.entries(decides).flatMap(([verb, coordinates]) =>
        coordinates.map((coordinate) => ({ subgraph, policyName: `${subgraph}.${name}`, policy, verb, coordinate })),
      ),
    ),
  );
}

/** Every query and mutation that a verb decides, as an operation. */
export function operationDoors(world: TestWorld): readonly OperationDoor[] {
  const all = doors();
  return SUBGRAPHS.flatMap(({ name }) => {
    const operations = operationsOf(world.subgraph(name).schema);
    return all
      .filter(({ subgraph }) => subgraph === name)
      .flatMap((door) => {
        const [, , field] = ROOT.exec(door.coordinate) ?? [];
        const operation = operations.find((each) => each.name === field);
        return field && operation ? [{ ...door, field, args: operation.args, text: operation.text }] : [];
      });
  });
}

/** What the policy says about one cell. */
export function mayReach(door: Door, { actor }: Caller, place: Place): boolean {
  return sameDoor(door).some(({ policy, policyName, verb }) =>
    policy.may(actor, verb, targetOf(targetKindOf(policyName, verb), place, selfOf(actor))),
  );
}

const sameDoor = (door: Door): readonly Door[] =>
  ALTERNATIVES.includes(door.coordinate)
    ? doors().filter(({ subgraph, coordinate }) => subgraph === door.subgraph && coordinate === door.coordinate)
    : [door];

/** Whether he may about himself, wherever he looks: what is lent to him, what he drafts. */
export const mayForSelf = ({ policy, verb }: Door, { actor }: Caller): boolean => {
  const { committeeId, accountId } = selfOf(actor);
  return policy.may(actor, verb, { committeeId, ownerAccountId: accountId });
};
