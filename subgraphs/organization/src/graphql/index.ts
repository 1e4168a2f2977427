import type { GraphqlDefinition, HubContext } from '@hub/graphql';
import { AccountResolver, PostResolver } from './account.resolver';
import { AccountChangeResolver } from './account-change.resolver';
import { AgendaQueryResolver, agenda } from './agenda.resolver';
import { AuditTrailQueryResolver, organizationAuditTrail } from './audit-trail.resolver';
import { ContactPointChangeResolver } from './contact-point-change.resolver';
import { organizationDecisions } from './decisions';
import { DelegationResolver } from './delegation.resolver';
import { DutyRosterResolver } from './duty-roster.resolver';
import { ExportGrantResolver } from './export-grant.resolver';
import type { OrganizationHubContext } from './hub-context';
import { InspectionResolver } from './inspection.resolver';
import { LadderResolver, UrgingExemptionResolver } from './ladder.resolver';
import { findAccount, findMember, findOrganization, findPost, findUnit, findZone } from './loaders';
import { MemberResolver } from './member.resolver';
import { MemberChangeResolver } from './member-change.resolver';
import { MemberRowResolver } from './member-row.resolver';
import { MemberSecretResolver } from './member-secret.resolver';
import { NoticeResolver } from './notice.resolver';
import { NoticePreferenceResolver } from './notice-preference.resolver';
import { OrganizationResolver } from './organization.resolver';
import { OrganizationChangeResolver } from './organization-change.resolver';
import { RecipientGroupResolver } from './recipient-group.resolver';
import { RegisteredDocumentResolver } from './registered-document.resolver';
import { SecondFactorResolver } from './second-factor.resolver';
import { ServiceGatewayResolver } from './service-gateway.resolver';
import { ServiceTokenResolver } from './service-token.resolver';
import { SessionResolver } from './session.resolver';
import { SignInResolver } from './sign-in.resolver';
import { SignInLogResolver } from './sign-in-log.resolver';
import { StandingResolver } from './standing.resolver';
import {
  ContactPointResolver,
  OrganizationWarningResolver,
  StructureEventResolver,
  ZoneResolver,
} from './structure.resolver';
import { ToldResolver } from './told.resolver';
import { UnitResolver } from './unit.resolver';
import { UnitChangeResolver } from './unit-change.resolver';
import { UnitRowResolver } from './unit-row.resolver';
import { WorkingCalendarResolver } from './working-calendar.resolver';
import { ZoneChangeResolver } from './zone-change.resolver';

/** References are resolved through the loaders of the operation: any number of keys is one statement. */
const byId =
  (find: (ctx: OrganizationHubContext, id: string) => Promise<object | null>) =>
  ({ id }: { readonly id: string }, ctx: HubContext): Promise<object | null> =>
    find(ctx as OrganizationHubContext, id);

export const organizationGraphql: GraphqlDefinition = {
  resolvers: [
    SignInResolver,
    AuditTrailQueryResolver,
    organizationAuditTrail.resolver,
    AgendaQueryResolver,
    ToldResolver,
    ...agenda.resolvers,
    SecondFactorResolver,
    SessionResolver,
    SignInLogResolver,
    UnitResolver,
    UnitChangeResolver,
    OrganizationResolver,
    OrganizationChangeResolver,
    StructureEventResolver,
    OrganizationWarningResolver,
    ZoneResolver,
    ZoneChangeResolver,
    ContactPointResolver,
    ContactPointChangeResolver,
    RecipientGroupResolver,
    WorkingCalendarResolver,
    DutyRosterResolver,
    LadderResolver,
    UrgingExemptionResolver,
    AccountResolver,
    AccountChangeResolver,
    PostResolver,
    DelegationResolver,
    InspectionResolver,
    ExportGrantResolver,
    ServiceTokenResolver,
    RegisteredDocumentResolver,
    ServiceGatewayResolver,
    UnitRowResolver,
    MemberResolver,
    MemberChangeResolver,
    MemberSecretResolver,
    MemberRowResolver,
    NoticeResolver,
    NoticePreferenceResolver,
    StandingResolver,
  ],
  decisions: organizationDecisions,
  wholeReferences: { AuditTrail: organizationAuditTrail.reference, Agenda: agenda.reference },
  references: {
    Unit: byId(findUnit),
    Organization: byId(findOrganization),
    Zone: byId(findZone),
    Post: byId(findPost),
    Account: byId(findAccount),
    Member: byId(findMember),
  },
};
