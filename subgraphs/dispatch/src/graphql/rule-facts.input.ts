import { enumOf } from '@hub/graphql';
import { Field, InputType, registerEnumType } from 'type-graphql';

import { STANDINGS, type Standing } from '../domain/routing-rules/paper';

export const StandingEnum = enumOf<Standing>(STANDINGS);

registerEnumType(StandingEnum, {
  name: 'BodyStanding',
  description: '某机关相对于发文机关的地位。',
  valuesConfig: {
    DIRECT_SUPERIOR: { description: '直接上级。' },
    OTHER_SUPERIOR: { description: '双重领导的另一个上级。' },
    HIGHER: { description: '直接上级之上的机关。' },
    PEER: { description: '平级。' },
    SUBORDINATE: { description: '下级。' },
    UNRELATED: { description: '不相隶属。' },
  },
});

@InputType({ description: '主送或抄送的机关，供行文规则检查。' })
export class RoutedBodyInput {
  @Field(() => String, { description: '机关名称。' })
  name!: string;

  @Field(() => StandingEnum, { description: '相对于发文机关的地位。' })
  standing!: Standing;

  @Field(() => Boolean, { defaultValue: false, description: '是否下级党委、政府。' })
  isLocalAuthority!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: '是否受双重领导（如省部属驻市单位）。' })
  doublyLed!: boolean;
}

@InputType({ description: '批复所答复的请示。' })
export class AnsweredRequestInput {
  @Field(() => String, { description: '请示标题。' })
  title!: string;

  @Field(() => String, { nullable: true, description: '请示的发文字号。' })
  documentNumber!: string | null;

  @Field(() => String, { description: '请示机关名称。' })
  requesterName!: string;
}

@InputType({ description: '行文依据。' })
export class BasisInput {
  @Field(() => String, { description: '依据文件的标题或字号。' })
  citation!: string;

  @Field(() => Boolean, { nullable: true, description: '成文之日是否有效；不清楚为 null。' })
  inForce!: boolean | null;
}

@InputType({ description: '拟稿人就行文规则所作的说明；省略的按否或无处理。' })
export class RuleFactsInput {
  @Field(() => [RoutedBodyInput], { defaultValue: [], description: '主送机关；省略则读所印主送。' })
  addressees!: RoutedBodyInput[];

  @Field(() => [RoutedBodyInput], { defaultValue: [], description: '抄送机关。' })
  copies!: RoutedBodyInput[];

  @Field(() => Boolean, { defaultValue: false, description: '是否重要下行文（条例第十六条第一项）。' })
  important!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: '是否以负责人名义上报（条例第十五条第五项）。' })
  inPersonalName!: boolean;

  @Field(() => String, { nullable: true, description: '越级理由（条例第十四条）。' })
  bypassReason!: string | null;

  @Field(() => Boolean, { defaultValue: false, description: '请示事项是否已先行办理（请示报告条例第十九条）。' })
  actedBefore!: boolean;

  @Field(() => String, { nullable: true, description: '先行办理的理由。' })
  actedBeforeReason!: string | null;

  @Field(() => Boolean, { defaultValue: false, description: '是否转报下级请示（条例第十五条第三项）。' })
  forwardsRequest!: boolean;

  @Field(() => String, { nullable: true, description: '转报时的倾向性意见。' })
  ownOpinion!: string | null;

  @Field(() => String, { nullable: true, description: '集体研究的会议纪要编号或日期（请示报告条例第十八条）。' })
  meetingRecord!: string | null;

  @Field(() => AnsweredRequestInput, { nullable: true, description: '批复所答复的请示。' })
  answers!: AnsweredRequestInput | null;

  @Field(() => [BasisInput], { defaultValue: [], description: '行文依据（请示报告条例第二十条）。' })
  basis!: BasisInput[];

  @Field(() => String, { nullable: true, description: '以内设机构名义行文时填其名称（条例第十七条）。' })
  issuingSection!: string | null;
}
