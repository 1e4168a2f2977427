import { type Id, isId, pageRequest } from '@hub/core';
import {
  asksTotal,
  type Connection,
  type DecidedByPolicy,
  decidedBy,
  type HubContext,
  PageArgs,
  toConnection,
  type WholeReferenceResolver,
} from '@hub/graphql';
import { persistenceError, requireReader } from '@hub/persistence';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Directive, Field, FieldResolver, ID, Info, ObjectType, Resolver, Root } from 'type-graphql';

import { deadlinePolicy } from '../agenda/deadline.policy';
import { type AgendaSource, readDeadlines, readProposals } from '../agenda/read-agenda';
import { DeadlineFilterInput, ProposalFilterInput } from './agenda.input';
import {
  type Deadline,
  DeadlineConnection,
  type ReminderProposal,
  ReminderProposalConnection,
  toDeadline,
  toProposal,
} from './deadline.type';
import { type ReminderNames, reminderNames, reminderResolver } from './reminder.resolver';

export interface AgendaReference {
  /** A committee: all in sight; or a unit. */
  readonly of: Id;
}

export interface AgendaGraphql {
  readonly type: new () => AgendaReference;
  readonly resolvers: readonly (new () => object)[];
  readonly reference: WholeReferenceResolver;
  readonly decisions: DecidedByPolicy;
}

/** What each subgraph adds to the agenda: its deadlines, the levels that wait, and the acts on its reminders. */
export function agendaGraphql(source: AgendaSource, rootFields: readonly string[] = []): AgendaGraphql {
  const { book } = source;
  const names = reminderNames(book.schema);

  @Directive('@key(fields: "of")')
  @ObjectType('Agenda', { description: '期限一览：各子图列出各自的期限与待确认的催办。' })
  class Agenda implements AgendaReference {
    @Field(() => ID, { description: '工委标识（视野内的全部），或一个单位的标识。' })
    of!: Id;
  }

  @Resolver(() => Agenda)
  class AgendaResolver {
    @FieldResolver(() => DeadlineConnection, {
      name: `${book.schema}Deadlines`,
      nullable: true,
      description:
        '本子图中未办结的期限，由近及远。工委看全部，单位看本单位的；本子图暂不可用时为 null。错误：ROLE_NOT_ALLOWED。',
    })
    async deadlines(
      @Root() { of }: Agenda,
      @Arg('filter', () => DeadlineFilterInput, { nullable: true }) filter: DeadlineFilterInput | null,
      @Args(() => PageArgs) page: PageArgs,
      @Ctx() ctx: HubContext,
      @Info() info: GraphQLResolveInfo,
    ): Promise<Connection<Deadline>> {
      const request = { ...pageRequest(page), counted: asksTotal(info) };
      const now = ctx.clock.now();
      const found = await readDeadlines(ctx, source, unitOf(ctx, of), filter ?? {}, request);
      return toConnection(found, (item) => toDeadline(book, now, item));
    }

    @FieldResolver(() => ReminderProposalConnection, {
      name: `${book.schema}Proposals`,
      nullable: true,
      description:
        '本子图中待确认的催办，先后为序；已办结或期限已变动的不列。工委领导、核稿、登记可见，其他人为 null。',
    })
    async proposals(
      @Root() { of }: Agenda,
      @Arg('filter', () => ProposalFilterInput, { nullable: true }) filter: ProposalFilterInput | null,
      @Args(() => PageArgs) page: PageArgs,
      @Ctx() ctx: HubContext,
      @Info() info: GraphQLResolveInfo,
    ): Promise<Connection<ReminderProposal>> {
      const request = { ...pageRequest(page), counted: asksTotal(info) };
      const now = ctx.clock.now();
      const found = await readProposals(ctx, source, unitOf(ctx, of), filter ?? {}, request);
      return toConnection(found, (item) => toProposal(book, now, item));
    }
  }

  return {
    type: Agenda,
    resolvers: [AgendaResolver, reminderResolver(source, names)],
    reference: async ({ of }) => (isId(of) ? { __typename: 'Agenda', of } : null),
    decisions: agendaDecisions(book.schema, names, rootFields),
  };
}

/** Throws ID_INVALID for what cannot be a unit's key. Whether there is such a unit the agenda does not say. */
export function findAgenda(ctx: HubContext, unitId: string | null): AgendaReference {
  if (unitId !== null && !isId(unitId)) throw persistenceError('ID_INVALID');
  return { of: unitId ?? requireReader(ctx).committeeId };
}

const unitOf = (ctx: HubContext, of: Id): Id | null => (of === requireReader(ctx).committeeId ? null : of);

function agendaDecisions(schema: string, names: ReminderNames, rootFields: readonly string[]): DecidedByPolicy {
  const decide = [`Mutation.${names.release}`, `Mutation.${names.decline}`];
  return decidedBy(deadlinePolicy, {
    readAgenda: [...rootFields, 'Agenda', 'Deadline', 'DeadlineConnection', 'Reminder'],
    readProposals: [`Agenda.${schema}Proposals`, 'ReminderProposal', 'ReminderProposalConnection'],
    decideFirstLevel: decide,
    decideHigherLevel: decide,
    answerReminder: [`Mutation.${names.answer}`],
  });
}
