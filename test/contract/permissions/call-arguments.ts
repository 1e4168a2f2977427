import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

import { ID_ARGUMENTS } from '../../support/id-arguments';
import { type Kind, NOBODY, type Place } from './place';

/** Which id an argument of that name takes; `id` and `of` say it by their operation. */
const ID_KINDS: Readonly<Record<string, Kind>> = {
  ...ID_ARGUMENTS,
  toOrganizationId: 'branch',
  delegationId: 'delegation',
  registrationId: 'registration',
  grantId: 'exportGrant',
  inspectionId: 'inspection',
  importId: 'reportImport',
  publicationId: 'reportPublication',
  reminderId: 'reminder',
  reminderIds: 'reminder',
};

const OF_OPERATION: Readonly<Record<string, Kind>> = {
  document: 'document',
  receipt: 'receipt',
  attachmentDownload: 'attachment',
  removeAttachment: 'attachment',
  reportFileDownload: 'reportFile',
  removeReportFile: 'reportFile',
  reportImport: 'reportImport',
  recipientGroup: 'group',
  report: 'report',
  reportTask: 'reportTask',
  reportPlan: 'reportPlan',
  reportTemplate: 'reportTemplate',
  member: 'member',
};

/** No row has it: whoever gets as far as the version may act, and changes nothing. */
const STALE = 9_999;

const TEXTS: Readonly<Record<string, string>> = {
  text: '关于做好测试工作的通知\n\n市直各单位：\n现将有关事项通知如下，请认真贯彻落实。',
  password: 'Permission-matrix-2021',
  name: '测试名称',
};

/** What a call must say beside the ids to get as far as its target. */
export type Given = Readonly<Record<string, unknown>>;

/** Arguments that point at what a place has; nothing that may be left out is given. */
export function argumentsFor(operation: string, args: readonly GraphQLArgument[], place: Place, given: Given): Given {
  const [first] = args;
  // Most operations take one input object.
  const type = first && isNonNullType(first.type) ? first.type.ofType : first?.type;
  const known = type && isInputObjectType(type) ? Object.keys(type.getFields()) : args.map(({ name }) => name);
  const fitting = Object.fromEntries(Object.entries(given).filter(([name]) => known.includes(name)));
  const input = fieldsOf(operation, args, place);
  return 'input' in input ? { ...input, input: { ...(input.input as Given), ...fitting } } : { ...input, ...fitting };
}

type Field = GraphQLArgument | GraphQLInputField;

function fieldsOf(operation: string, fields: readonly Field[], place: Place): Given {
  const required = fields.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
  return Object.fromEntries(required.map(({ name, type }) => [name, pointing(operation, name, type, place)]));
}

function pointing(operation: string, name: string, type: GraphQLInputType, place: Place): unknown {
  if (isNonNullType(type)) return pointing(operation, name, type.ofType, place);
  if (isListType(type)) return [pointing(operation, name, type.ofType, place)];
  if (isInputObjectType(type)) return fieldsOf(operation, Object.values(type.getFields()), place);
  if (isEnumType(type)) return type.getValues()[0]?.name;
  switch (type.name) {
    case 'ID': {
      const kind = ID_KINDS[name] ?? OF_OPERATION[operation];
      return kind ? place.ids[kind] : NOBODY;
    }
    case 'Int':
      return name === 'expectedVersion' ? STALE : name === 'year' ? 2020 : 1;
    case 'Float':
      return 1;
    case 'Boolean':
      return true;
    case 'Date':
      return name === 'month' ? '2020-10-01' : '2020-10-20';
    case 'DateTime':
      return '2020-12-01T00:00:00+08:00';
    default:
      return TEXTS[name] ?? '按程序办理';
  }
}
