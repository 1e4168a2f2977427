/** 单位性质 (DOMAIN 1.5): drives the dues template, term rules, assessment groups and recipient groups. */
export const UNIT_NATURES = {
  ADMINISTRATIVE_ORGAN: '行政机关',
  CIVIL_SERVICE_INSTITUTION: '参公事业单位',
  PUBLIC_WELFARE_ONE: '公益一类事业单位',
  PUBLIC_WELFARE_TWO: '公益二类事业单位',
  OTHER_INSTITUTION: '其他事业单位',
  STATE_ENTERPRISE: '国有企业',
  STRUGGLING_ENTERPRISE: '困难、改制企业',
  MASS_ORGANIZATION: '人民团体、群团组织',
  SOCIAL_ORGANIZATION: '社会组织',
  PROVINCIAL_UNIT: '省部属驻市单位（双重管理）',
  COURT_OR_PROCURATORATE: '法检两院',
} as const;

export type UnitNature = keyof typeof UNIT_NATURES;

/** A finer mark beside the nature: schools have term rules of their own. */
export const UNIT_SECTORS = { NEWS: '新闻单位', HOSPITAL: '医院', SCHOOL: '学校' } as const;

export type UnitSector = keyof typeof UNIT_SECTORS;

export const isUnitNature = (value: unknown): value is UnitNature =>
  typeof value === 'string' && Object.hasOwn(UNIT_NATURES, value);
