import { enumOf } from '@hub/graphql';
import { Field, ObjectType, registerEnumType } from 'type-graphql';

import { RULE_IDS, type RuleId, SEVERITIES, type Severity } from '../domain/finding';

export const SeverityEnum = enumOf<Severity>(SEVERITIES);

registerEnumType(SeverityEnum, {
  name: 'FindingSeverity',
  description: '行文规则检查结果的轻重。',
  valuesConfig: {
    BLOCK: { description: '阻止：须修改，或说明理由并由第二人确认放行。' },
    WARN: { description: '提醒：须知悉。' },
    HINT: { description: '提示。' },
  },
});

export const RuleIdEnum = enumOf<RuleId>(RULE_IDS);

registerEnumType(RuleIdEnum, {
  name: 'RuleId',
  description: '行文规则。R1–R15 出自公文处理工作条例和请示报告条例，X4 出自为基层减负若干规定，其余为格式要求。',
  valuesConfig: {
    R1: { description: '请示一文一事（条例第十五条第四项）。' },
    R2: { description: '报告不得夹带请示事项（条例第十五条第四项）。' },
    R3: { description: '上行文原则上主送一个上级机关（条例第十五条第一项）。' },
    R4: { description: '上行文不抄送下级机关（条例第十五条第一项）。' },
    R5: { description: '一般不得越级行文（条例第十四条）。' },
    R6: { description: '不得主送领导个人，不得以负责人名义上报（条例第十五条第五项）。' },
    R7: { description: '转报下级请示应提出倾向性意见（条例第十五条第三项）。' },
    R8: { description: '双重领导机关的主送与抄送（条例第十五条第六项、第十六条第五项）。' },
    R9: { description: '部门不得向下级党委、政府发布指令性公文（条例第十六条第二项）。' },
    R10: { description: '内设机构不得对外正式行文，办公室除外（条例第十七条）。' },
    R11: { description: '重要下行文抄送直接上级（条例第十六条第一项）。' },
    R12: { description: '请示应当事前（请示报告条例第十九条）。' },
    R13: { description: '请示经集体研究，上行文由主要负责人签发（请示报告条例第十八条）。' },
    R14: { description: '批复引述来文并主送请示机关。' },
    R15: { description: '依据的文件应当有效（请示报告条例第二十条）。' },
    X4_LENGTH: { description: '篇幅：综合性文件一般不超过 5000 字，专项文件 4000 字。' },
    NO_ADDRESSEE: { description: '标注主送机关（条例第九条第八项）。' },
    ADDRESSEE_FORM: { description: '主送、抄送的标点（GB/T 9704—2012）。' },
    TITLE_SPACES: { description: '标题中的多余空格。' },
    TITLE_PUNCTUATION: { description: '标题末尾不加标点。' },
    TITLE_KIND: { description: '标题以文种结尾（条例第九条第七项）。' },
  },
});

@ObjectType({ description: '行文规则检查的一项结果。' })
export class Finding {
  @Field(() => RuleIdEnum, { description: '规则。' })
  ruleId!: RuleId;

  @Field(() => SeverityEnum, { description: '轻重。' })
  severity!: Severity;

  @Field(() => String, { description: '说明。' })
  message!: string;

  @Field(() => String, { description: '所涉栏目。' })
  field!: string;

  @Field(() => String, { nullable: true, description: '所据文字或数字；因缺少内容而提出的为 null。' })
  evidence!: string | null;
}
