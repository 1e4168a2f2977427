import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { structureError } from '../domain/structure.errors';
import { setContactPoint } from '../usecases/set-contact-point';
import type { OrganizationHubContext } from './hub-context';
import { contactPointLoader } from './loaders';
import { ContactPoint, toContactPoint } from './organization-parts.type';
import { SetContactPointInput } from './zone-and-group.input';

@Resolver()
export class ContactPointChangeResolver {
  @Mutation(() => ContactPoint, { description: '确定或更换联系点（单位确定本单位的）。错误：ORGANIZATION_NOT_FOUND。' })
  async setContactPoint(
    @Arg('input', () => SetContactPointInput) input: SetContactPointInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<ContactPoint> {
    const row = await contactPointLoader.load(ctx, (await setContactPoint(ctx, input)).contactPointId);
    if (row === null) throw structureError('ORGANIZATION_NOT_FOUND');
    return toContactPoint(row);
  }
}
