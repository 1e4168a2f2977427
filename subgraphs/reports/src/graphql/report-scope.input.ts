import type { Id } from '@hub/core';
import { IsId } from '@hub/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

import type { ReportKind } from '../domain/report-kind';
import { ReportKindEnum } from './report-kind.enum';

/** What lists, searches and statistics of reports are narrowed by alike. */
@InputType()
export abstract class ReportScopeInput {
  @Field(() => [ReportKindEnum], { nullable: true, description: '种类，任一。' })
  kinds?: ReportKind[] | null;

  @Field(() => [ID], { nullable: true, description: '某些单位。' })
  @IsOptional()
  @ArrayMaxSize(1000)
  @IsId({ each: true })
  unitIds?: Id[] | null;
}
