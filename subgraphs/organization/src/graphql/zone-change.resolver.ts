import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { assignZone } from '../usecases/assign-zone';
import { createZone } from '../usecases/create-zone';
import type { OrganizationHubContext } from './hub-context';
import { showZone } from './loaders';
import { Zone } from './organization-parts.type';
import { AssignZoneInput, CreateZoneInput } from './zone-and-group.input';

/** Areas and who is in them. */
@Resolver()
export class ZoneChangeResolver {
  @Mutation(() => Zone, {
    description: '新建片区。错误：NAME_INVALID、ZONE_NAME_TAKEN、POST_NOT_FOUND。',
  })
  async createZone(
    @Arg('input', () => CreateZoneInput) input: CreateZoneInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Zone> {
    return showZone(ctx, (await createZone(ctx, input)).zoneId);
  }

  @Mutation(() => Zone, {
    description: '安排片区成员。错误：ZONE_NOT_FOUND、ZONE_YEAR、ZONE_UNITS_INVALID。',
  })
  async assignZone(
    @Arg('input', () => AssignZoneInput) input: AssignZoneInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Zone> {
    return showZone(ctx, (await assignZone(ctx, input)).zoneId);
  }
}
