import { agendaGraphql, findAgenda } from '@hub/deadlines';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';

import { organizationAgenda } from '../usecases/agenda-source';
import type { OrganizationHubContext } from './hub-context';

export const agenda = agendaGraphql(organizationAgenda, ['Query.agenda']);

const Agenda = agenda.type;

@Resolver()
export class AgendaQueryResolver {
  @Query(() => Agenda, {
    description:
      '期限一览：工委看全部或某一单位的，单位看本单位的；各子图各列一段，由近及远。错误：ROLE_NOT_ALLOWED、ID_INVALID。',
  })
  agenda(
    @Arg('unitId', () => ID, { nullable: true, description: '只看某一单位；省略为视野内的全部。' }) unitId:
      | string
      | null,
    @Ctx() ctx: OrganizationHubContext,
  ): { readonly of: string } {
    return findAgenda(ctx, unitId ?? null);
  }
}
