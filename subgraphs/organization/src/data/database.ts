import type { DatabaseDefinition } from '@hub/persistence';

import { AccountEntity } from './account.entity';
import { organizationColumns } from './classified-columns';
import { ContactPointEntity } from './contact-point.entity';
import { MemberEntity } from './member.entity';
import { Kernel1763769600000 } from './migrations/1763769600000-kernel';
import { Structure1763769600001 } from './migrations/1763769600001-structure';
import { Accounts1763769600002 } from './migrations/1763769600002-accounts';
import { ServiceReading1763769600003 } from './migrations/1763769600003-service-reading';
import { ServiceTokens1763769600004 } from './migrations/1763769600004-service-tokens';
import { Duties1763769600010 } from './migrations/1763769600010-duties';
import { SecondFactor1763769600011 } from './migrations/1763769600011-second-factor';
import { Passwords1763769600012 } from './migrations/1763769600012-passwords';
import { Delegation1763769600020 } from './migrations/1763769600020-delegation';
import { TwoPersons1763769600021 } from './migrations/1763769600021-two-persons';
import { ExportGrants1763769600022 } from './migrations/1763769600022-export-grants';
import { Inspections1763769600023 } from './migrations/1763769600023-inspections';
import { Members1763769600030 } from './migrations/1763769600030-members';
import { MembersNeedABranch1763769600031 } from './migrations/1763769600031-members-need-a-branch';
import { Walls1763769600040 } from './migrations/1763769600040-walls';
import { Trail1763769600050 } from './migrations/1763769600050-trail';
import { OutboxConfirmation1763769600064 } from './migrations/1763769600064-outbox-confirmation';
import { ParkedIndex1763769600065 } from './migrations/1763769600065-parked-index';
import { TimeRules1763769600067 } from './migrations/1763769600067-time-rules';
import { DutyRoster1763769600068 } from './migrations/1763769600068-duty-roster';
import { Notices1763769600070 } from './migrations/1763769600070-notices';
import { NoticeDigest1763769600071 } from './migrations/1763769600071-notice-digest';
import { NoticesOnDuty1763769600072 } from './migrations/1763769600072-notices-on-duty';
import { OutsideDelivery1763769600074 } from './migrations/1763769600074-outside-delivery';
import { Deadlines1763769600080 } from './migrations/1763769600080-deadlines';
import { ElectionClocks1763769600081 } from './migrations/1763769600081-election-clocks';
import { Recounts1763769600085 } from './migrations/1763769600085-recounts';
import { MemberCountsTold1763769600102 } from './migrations/1763769600102-member-counts-told';
import { SettledNotices1763769600121 } from './migrations/1763769600121-settled-notices';
import { OfficeFiles1763769600124 } from './migrations/1763769600124-office-files';
import { ScopeOfAnyOwner1763769600139 } from './migrations/1763769600139-scope-of-any-owner';
import { OrganizationEntity } from './organization.entity';
import { PostEntity } from './post.entity';
import { RecipientGroupEntity } from './recipient-group.entity';
import { SectionEntity } from './section.entity';
import { SessionEntity } from './session.entity';
import { StructureEventEntity } from './structure-event.entity';
import { TermEntity } from './term.entity';
import { UnitEntity } from './unit.entity';
import { UnitNameEntity } from './unit-name.entity';
import { ZoneEntity } from './zone.entity';

export const organizationDatabase: DatabaseDefinition = {
  schema: 'organization',
  entities: [
    AccountEntity,
    PostEntity,
    SessionEntity,
    ContactPointEntity,
    MemberEntity,
    OrganizationEntity,
    RecipientGroupEntity,
    SectionEntity,
    StructureEventEntity,
    TermEntity,
    UnitEntity,
    UnitNameEntity,
    ZoneEntity,
  ],
  migrations: [
    Kernel1763769600000,
    Structure1763769600001,
    Accounts1763769600002,
    ServiceReading1763769600003,
    ServiceTokens1763769600004,
    Duties1763769600010,
    SecondFactor1763769600011,
    Passwords1763769600012,
    Delegation1763769600020,
    Members1763769600030,
    MembersNeedABranch1763769600031,
    TwoPersons1763769600021,
    ExportGrants1763769600022,
    Inspections1763769600023,
    Walls1763769600040,
    Trail1763769600050,
    TimeRules1763769600067,
    Notices1763769600070,
    DutyRoster1763769600068,
    OutboxConfirmation1763769600064,
    OutsideDelivery1763769600074,
    NoticeDigest1763769600071,
    Deadlines1763769600080,
    ParkedIndex1763769600065,
    NoticesOnDuty1763769600072,
    Recounts1763769600085,
    ElectionClocks1763769600081,
    MemberCountsTold1763769600102,
    OfficeFiles1763769600124,
    SettledNotices1763769600121,
    ScopeOfAnyOwner1763769600139,
  ],
  classified: organizationColumns,
};
