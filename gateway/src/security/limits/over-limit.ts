import { RequestRefused } from '../../execution/errors/response-error';
import type { OperationLimits } from './operation-limits';

type Limited = keyof OperationLimits;

/** Each limit with its reason and what it counts. */
const REFUSALS: Readonly<Record<Limited, { readonly reason: string; readonly what: string }>> = {
  tokens: { reason: 'TOO_MANY_TOKENS', what: '操作文本的词法单元' },
  nesting: { reason: 'NESTED_TOO_DEEP', what: '操作文本的括号层次' },
  depth: { reason: 'QUERY_TOO_DEEP', what: '字段层次' },
  fields: { reason: 'TOO_MANY_FIELDS', what: '字段' },
  rootFields: { reason: 'TOO_MANY_ROOT_FIELDS', what: '顶层字段' },
  aliases: { reason: 'TOO_MANY_ALIASES', what: '别名' },
  aliasesOfField: { reason: 'TOO_MANY_ALIASES', what: '同一字段的别名' },
  directives: { reason: 'TOO_MANY_DIRECTIVES', what: '指令' },
  directivesAtPlace: { reason: 'TOO_MANY_DIRECTIVES', what: '同一位置的指令' },
  definitions: { reason: 'TOO_MANY_DEFINITIONS', what: '操作与片段' },
  variableValues: { reason: 'VARIABLES_TOO_LARGE', what: '变量所含的值' },
  listItems: { reason: 'LIST_TOO_LONG', what: '列表项' },
};

/** Refuses when more was counted than the limit allows. */
export function refuseOver(limits: OperationLimits, limited: Limited, counted: number): void {
  const limit = limits[limited];
  if (counted <= limit) return;
  const { reason, what } = REFUSALS[limited];
  const extensions = { code: 'BAD_USER_INPUT', reason, details: { limit } };
  throw new RequestRefused([{ message: `${what}超过 ${limit} 的上限，请拆分或简化后重试。`, extensions }]);
}
