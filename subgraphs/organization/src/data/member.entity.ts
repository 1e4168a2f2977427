import type { Id, LocalDate } from '@hub/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { Sex } from '../domain/id-number';
import type { MemberKind } from '../domain/member';
import type { MemberExitKind } from '../domain/member-exit';

/** 党员: a membership of one branch. It ends and is never deleted. */
@Entity({ name: 'member', schema: 'organization' })
export class MemberEntity {
  @PrimaryColumn({ name: 'committee_id', type: 'uuid' })
  committeeId!: Id;

  @PrimaryColumn({ name: 'member_id', type: 'uuid' })
  memberId!: Id;

  /** Of the branch, always: the foreign key keeps it so. */
  @Column({ name: 'unit_id', type: 'uuid' })
  unitId!: Id;

  @Column({ name: 'organization_id', type: 'uuid' })
  organizationId!: Id;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'sex', type: 'text' })
  sex!: Sex;

  @Column({ name: 'ethnicity', type: 'text' })
  ethnicity!: string;

  @Column({ name: 'born_on', type: 'date' })
  bornOn!: LocalDate;

  @Column({ name: 'kind', type: 'text' })
  kind!: MemberKind;

  @Column({ name: 'joined_on', type: 'date' })
  joinedOn!: LocalDate;

  @Column({ name: 'confirmed_on', type: 'date', nullable: true })
  confirmedOn!: LocalDate | null;

  @Column({ name: 'phone', type: 'text', nullable: true })
  phone!: string | null;

  /** Sealed: see `sealed-id-number.ts`. */
  @Column({ name: 'id_number', type: 'bytea' })
  idNumber!: Buffer;

  @Column({ name: 'id_number_hash', type: 'bytea' })
  idNumberHash!: Buffer;

  @Column({ name: 'id_number_masked', type: 'text' })
  idNumberMasked!: string;

  @Column({ name: 'status', type: 'text' })
  status!: 'ACTIVE' | 'ENDED';

  @Column({ name: 'exit_kind', type: 'text', nullable: true })
  exitKind!: MemberExitKind | null;

  @Column({ name: 'ended_on', type: 'date', nullable: true })
  endedOn!: LocalDate | null;

  @Column({ name: 'exit_note', type: 'text', nullable: true })
  exitNote!: string | null;

  @Column({ name: 'registered_at', type: 'timestamptz', precision: 3 })
  registeredAt!: Date;

  @Column({ name: 'changed_at', type: 'timestamptz', precision: 3 })
  changedAt!: Date;

  @Column({ name: 'version', type: 'int' })
  version!: number;
}
