import type { IdFactory } from '@hub/core';
import type { ImportedAccount, ImportedPost, ImportedSection } from '@hub/organization';

import type { SeedOrganizations } from './organizations';
import { FOUNDED_ON } from './units';

export interface SeedPeople {
  readonly accounts: readonly ImportedAccount[];
  readonly posts: readonly ImportedPost[];
}

export const SECTIONS = {
  generalOffice: '办公室',
  organization: '组织部（基层组织建设指导部）',
  publicity: '宣传部',
  massWork: '群工部',
} as const;

/** Logins of the office in the demo. Nobody real: the names say what each is for. */
export const OFFICE_LOGINS = {
  leader: { name: '演示·书记', title: '工委书记', role: 'COMMITTEE_LEADER', section: null },
  'leader-deputy': { name: '演示·副书记', title: '工委常务副书记', role: 'COMMITTEE_LEADER', section: null },
  checker: { name: '演示·核稿', title: '办公室主任', role: 'OFFICE_CHECKER', section: 'generalOffice' },
  registrar: { name: '演示·登记', title: '办公室机要文书', role: 'OFFICE_REGISTRAR', section: 'generalOffice' },
  clerk: { name: '演示·经办', title: '基层组织建设指导部干部', role: 'OFFICE_CLERK', section: 'organization' },
  admin: { name: '演示·系统管理员', title: '系统管理员', role: 'COMMITTEE_ADMIN', section: 'generalOffice' },
  security: { name: '演示·安全管理员', title: '安全管理员', role: 'SECURITY_ADMIN', section: 'generalOffice' },
  auditor: { name: '演示·审计管理员', title: '审计管理员', role: 'AUDIT_ADMIN', section: null },
} as const satisfies Readonly<
  Record<string, { name: string; title: string; role: ImportedPost['role']; section: keyof typeof SECTIONS | null }>
>;

/** `unit001` by protocol order. */
export const unitLogin = (protocolOrder: number): string => `unit${String(protocolOrder).padStart(3, '0')}`;

export function seedSections(ids: IdFactory, organizationId: string): ImportedSection[] {
  return Object.values(SECTIONS).map((name, index) => ({
    sectionId: ids.next(),
    organizationId,
    name,
    isGeneralOffice: name === SECTIONS.generalOffice,
    protocolOrder: index + 1,
  }));
}

/** People of the office, and for each unit one who handles documents and one who leads. */
export function seedPeople(
  ids: IdFactory,
  { workCommittee, units }: SeedOrganizations,
  sections: readonly ImportedSection[],
): SeedPeople {
  const people = { accounts: [] as ImportedAccount[], posts: [] as ImportedPost[] };
  const add = (
    loginName: string,
    displayName: string,
    post: Omit<ImportedPost, 'postId' | 'accountId' | 'heldFrom'>,
  ) => {
    const accountId = ids.next();
    people.accounts.push({ accountId, loginName, displayName });
    people.posts.push({ postId: ids.next(), accountId, heldFrom: FOUNDED_ON, ...post });
  };
  for (const [login, { name, title, role, section }] of Object.entries(OFFICE_LOGINS)) {
    const sectionId = sections.find((each) => section !== null && each.name === SECTIONS[section])?.sectionId ?? null;
    add(login, name, { organizationId: workCommittee.organizationId, sectionId, role, title });
  }
  for (const { unit, addressee } of units) {
    const login = unitLogin(unit.protocolOrder);
    const { organizationId } = addressee;
    const clerkName = `演示·经办${login.slice(4)}`;
    const leaderName = `演示·负责人${login.slice(4)}`;
    add(login, clerkName, { organizationId, sectionId: null, role: 'UNIT_CLERK', title: '党务专干' });
    add(`${login}-leader`, leaderName, { organizationId, sectionId: null, role: 'UNIT_LEADER', title: '党组织书记' });
  }
  return people;
}
