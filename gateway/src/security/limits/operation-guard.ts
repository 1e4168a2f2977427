import type { DocumentNode } from 'graphql';

import type { RequestContext } from '../../context';
import { RequestRefused, refuse } from '../../execution/errors/response-error';
import type { OperationGuard } from '../../execution/guard.type';
import { operationsOf } from '../../execution/operation/definitions';
import { checkText } from './check-text';
import type { CostCeilings } from './cost-ceilings';
import { ceilingOf } from './cost-ceilings';
import { measureDocument } from './measure-document';
import { measureValue } from './measure-variables';
import { DEFAULT_OPERATION_LIMITS, type OperationLimits } from './operation-limits';
import { refuseOver } from './over-limit';

export interface OperationGuardOptions {
  readonly limits?: Partial<OperationLimits>;
  readonly ceilings: CostCeilings;
}

/** Refuses operations that are too much, before anything of the cost they would have is paid. */
export function createOperationGuard({ limits: given, ceilings }: OperationGuardOptions): OperationGuard {
  const limits = { ...DEFAULT_OPERATION_LIMITS, ...given };
  return {
    checkText: (text) => checkText(text, limits),
    checkDocument: (document) => checkDocument(document, limits),
    checkVariables(variables) {
      const { values, listItems } = measureValue(variables);
      refuseOver(limits, 'variableValues', values);
      refuseOver(limits, 'listItems', listItems);
    },
    checkCost: (cost, context) => checkCost(cost, ceilings, context),
  };
}

function checkDocument(document: DocumentNode, limits: OperationLimits): void {
  refuseOver(limits, 'definitions', document.definitions.length);
  for (const measure of measureDocument(document)) {
    for (const [limited, counted] of Object.entries(measure))
      refuseOver(limits, limited as keyof typeof measure, counted);
  }
  refuseReservedVariables(document);
}

/** JavaScript gives this name a meaning of its own in every object that is filled by name. */
const RESERVED = '__proto__';

function refuseReservedVariables(document: DocumentNode): void {
  for (const { variableDefinitions } of operationsOf(document)) {
    const named = variableDefinitions?.some(({ variable }) => variable.name.value === RESERVED);
    if (named) throw refuse('BAD_USER_INPUT', 'VARIABLE_NAME_RESERVED', `变量不能以 ${RESERVED} 命名。`);
  }
}

function checkCost(cost: number, ceilings: CostCeilings, { actor }: RequestContext): void {
  const limit = ceilingOf(ceilings, actor);
  if (cost <= limit) return;
  const extensions = {
    code: 'BAD_USER_INPUT',
    reason: 'COST_TOO_HIGH',
    details: { limit, cost: Math.min(cost, 1e15) },
  };
  throw new RequestRefused([{ message: '此操作开销过大：请减少每页条数或嵌套的列表后重试。', extensions }]);
}
