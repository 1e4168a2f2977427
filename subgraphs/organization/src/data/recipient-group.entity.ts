import type { Id } from '@hub/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { GroupRule } from '../domain/recipient-group';

/** 收文分组: a name for many addressees; its members are kept per version. */
@Entity({ name: 'recipient_group', schema: 'organization' })
export class RecipientGroupEntity {
  @PrimaryColumn({ name: 'committee_id', type: 'uuid' })
  committeeId!: Id;

  @PrimaryColumn({ name: 'group_id', type: 'uuid' })
  groupId!: Id;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'rule', type: 'text' })
  rule!: GroupRule;

  @Column({ name: 'rule_value', type: 'text', nullable: true })
  ruleValue!: string | null;

  @Column({ name: 'active', type: 'boolean' })
  active!: boolean;

  @Column({ name: 'version', type: 'int' })
  version!: number;
}
