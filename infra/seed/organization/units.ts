import type { IdFactory } from '@hub/core';
import type { ImportedUnit } from '@hub/organization';

import annex from '../data/units-jiaozuo.json';

type Nature = ImportedUnit['nature'];

/** A unit with what the names of its organisations are made of. */
export interface SeedUnit extends ImportedUnit {
  readonly fullName: string;
  /** It has a 党组 that guides its organisations. */
  readonly hasPartyGroup: boolean;
}

/** The unit that carries the work committee itself and, beside it, a branch of its own people. */
export const COMMITTEE_UNIT = '市委市直机关工委';

/** The day from which the demo's structure is in force. */
export const FOUNDED_ON = '2019-01-01';

const NATURES: readonly { readonly nature: Nature; readonly names: readonly string[] }[] = [
  { nature: 'COURT_OR_PROCURATORATE', names: ['市中级人民法院', '市人民检察院'] },
  {
    nature: 'MASS_ORGANIZATION',
    names: ['市总工会', '团市委', '市妇联', '市科协', '市侨联', '市工商联', '市文联', '市残联', '市红十字会'],
  },
  { nature: 'CIVIL_SERVICE_INSTITUTION', names: ['市委党校', '市供销社', '市史志办', '市爱卫办', '市干休所'] },
  { nature: 'PUBLIC_WELFARE_ONE', names: ['市农林科学院', '市公共资源交易中心', '市公积金中心'] },
  { nature: 'PUBLIC_WELFARE_TWO', names: ['市引沁局', '市广利局', '广播电视台'] },
  { nature: 'OTHER_INSTITUTION', names: ['日报社'] },
];

const SECTORS: Readonly<Record<string, ImportedUnit['sector']>> = {
  市委党校: 'SCHOOL',
  日报社: 'NEWS',
  广播电视台: 'NEWS',
};

const FULL_NAMES: Readonly<Record<string, string>> = {
  团市委: '共青团焦作市委员会',
  日报社: '焦作日报社',
  广播电视台: '焦作广播电视台',
};

/** Invented, and called so in their names: the list of 140号 names no unit outside its annex. */
const FICTITIOUS: readonly { readonly name: string; readonly nature: Nature; readonly sector?: 'HOSPITAL' }[] = [
  { name: '省属驻焦单位甲（虚构）', nature: 'PROVINCIAL_UNIT' },
  { name: '部属驻焦单位乙（虚构）', nature: 'PROVINCIAL_UNIT' },
  { name: '省属驻焦单位丙（虚构）', nature: 'PROVINCIAL_UNIT' },
  { name: '市属国有企业甲（虚构）', nature: 'STATE_ENTERPRISE' },
  { name: '市属医院乙（虚构）', nature: 'PUBLIC_WELFARE_TWO', sector: 'HOSPITAL' },
  { name: '市级社会组织丙（虚构）', nature: 'SOCIAL_ORGANIZATION' },
];

/** The 70 units of annex 1 in its order, and six invented ones after them. */
export function seedUnits(ids: IdFactory): SeedUnit[] {
  const listed = annex.units.map((name) => {
    return { name, nature: natureOf(name), sector: SECTORS[name] ?? null, isFictitious: false };
  });
  const invented = FICTITIOUS.map((unit) => ({ sector: null, ...unit, isFictitious: true }));
  return [...listed, ...invented].map((unit, index) => ({
    ...unit,
    unitId: ids.next(),
    shortName: null,
    protocolOrder: index + 1,
    effectiveFrom: FOUNDED_ON,
    fullName: fullNameOf(unit.name),
    hasPartyGroup: unit.nature === 'ADMINISTRATIVE_ORGAN' && /^市(?!委|政府|人大|政协|纪委).*[局委]$/.test(unit.name),
  }));
}

export const LISTED_UNITS = annex.units.length;

function natureOf(name: string): Nature {
  return NATURES.find(({ names }) => names.includes(name))?.nature ?? 'ADMINISTRATIVE_ORGAN';
}

function fullNameOf(name: string): string {
  return FULL_NAMES[name] ?? (name.startsWith('市') ? `焦作${name}` : name);
}
