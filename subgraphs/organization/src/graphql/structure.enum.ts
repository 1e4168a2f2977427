import { describedBy, enumOf, keysOf } from '@hub/graphql';
import { registerEnumType } from 'type-graphql';

import { MEMBER_WARNINGS, WARNING_SEVERITIES } from '../domain/member-warnings';
import { KIND_FACTS, ORGANIZATION_KINDS } from '../domain/organization-kind';
import { GROUP_RULES } from '../domain/recipient-group';
import { STRUCTURE_CHANGES } from '../domain/structure-change';
import { UNIT_NATURES, UNIT_SECTORS } from '../domain/unit-nature';

export const OrganizationKindEnum = enumOf(ORGANIZATION_KINDS);

registerEnumType(OrganizationKindEnum, {
  name: 'OrganizationKind',
  description: '党组织类型（机关基层组织工作条例、支部工作条例、党组工作条例）。',
  valuesConfig: describedBy(ORGANIZATION_KINDS, (kind) => KIND_FACTS[kind].name),
});

export const OrganizationStatusEnum = enumOf(['ACTIVE', 'SUSPENDED', 'DISSOLVED']);

registerEnumType(OrganizationStatusEnum, {
  name: 'OrganizationStatus',
  description: '党组织状态。',
  valuesConfig: {
    ACTIVE: { description: '正常。' },
    SUSPENDED: { description: '暂停：不列入收文范围。' },
    DISSOLVED: { description: '已撤销：仅供查询历史。' },
  },
});

export const UnitStatusEnum = enumOf(['ACTIVE', 'DISSOLVED']);

registerEnumType(UnitStatusEnum, {
  name: 'UnitStatus',
  description: '单位状态。',
  valuesConfig: {
    ACTIVE: { description: '正常。' },
    DISSOLVED: { description: '已撤销或已合并：仅供查询历史。' },
  },
});

const natures = keysOf(UNIT_NATURES);
export const UnitNatureEnum = enumOf(natures);

registerEnumType(UnitNatureEnum, {
  name: 'UnitNature',
  description: '单位性质：决定党费基数模板、考核分组和收文分组。',
  valuesConfig: describedBy(natures, (nature) => UNIT_NATURES[nature]),
});

const sectors = keysOf(UNIT_SECTORS);
export const UnitSectorEnum = enumOf(sectors);

registerEnumType(UnitSectorEnum, {
  name: 'UnitSector',
  description: '单位行业标记：新闻、医院、学校。',
  valuesConfig: describedBy(sectors, (sector) => UNIT_SECTORS[sector]),
});

const changes = keysOf(STRUCTURE_CHANGES);
export const StructureChangeKindEnum = enumOf(changes);

registerEnumType(StructureChangeKindEnum, {
  name: 'StructureChangeKind',
  description: '机构变更类型：按生效日期登记，历史不删除。',
  valuesConfig: describedBy(changes, (change) => STRUCTURE_CHANGES[change].name),
});

const rules = keysOf(GROUP_RULES);
export const GroupRuleEnum = enumOf(rules);

registerEnumType(GroupRuleEnum, {
  name: 'GroupRule',
  description: '收文分组的成员规则：除指定名单外，成员随机构变化自动更新。',
  valuesConfig: describedBy(rules, (rule) => GROUP_RULES[rule].name),
});

const warnings = keysOf(MEMBER_WARNINGS);
export const MemberWarningEnum = enumOf(warnings);

registerEnumType(MemberWarningEnum, {
  name: 'MemberWarning',
  description: '党员人数评估结果（机关基层组织工作条例第五至九条、支部工作条例）：只提示，不自动调整。',
  valuesConfig: describedBy(warnings, (warning) => MEMBER_WARNINGS[warning].text),
});

const severities = keysOf(WARNING_SEVERITIES);
export const WarningSeverityEnum = enumOf(severities);

registerEnumType(WarningSeverityEnum, {
  name: 'WarningSeverity',
  description: '提示级别。',
  valuesConfig: describedBy(severities, (severity) => WARNING_SEVERITIES[severity]),
});
