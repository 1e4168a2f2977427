import type { ClassifiedColumn } from '@hub/persistence';

/** Shown of a member on the screen and in exports. */
const personal = (column: string, field: string): ClassifiedColumn => ({
  column: `member.${column}`,
  level: 3,
  shownBy: [`Member.${field}`, `MemberRow.${field}`],
});

export const organizationColumns: readonly ClassifiedColumn[] = [
  {
    column: 'account.password_hash',
    level: 4,
    shownBy: [],
    kept: { as: 'DIGEST', because: 'Argon2id: a password is compared and never read' },
  },
  {
    column: 'used_password.password_hash',
    level: 4,
    shownBy: [],
    kept: { as: 'DIGEST', because: 'Argon2id, kept to refuse the same password again' },
  },
  { column: 'account.must_change_password', level: 3, shownBy: [] },
  { column: 'account.failed_attempts', level: 3, shownBy: [] },
  { column: 'account.locked_until', level: 3, shownBy: ['Account.lockedUntil'] },
  {
    column: 'session.refresh_digest',
    level: 4,
    // The token itself, handed over once to whom it belongs.
    shownBy: ['SignIn.refreshToken'],
    kept: { as: 'DIGEST', because: 'SHA-256 of 256 random bits: the secret is not in the database' },
  },
  {
    column: 'session.previous_digest',
    level: 4,
    shownBy: [],
    kept: { as: 'DIGEST', because: 'SHA-256 of a secret that was used up' },
  },
  {
    column: 'session.family_digest',
    level: 4,
    shownBy: [],
    kept: { as: 'DIGEST', because: 'SHA-256 of 256 random bits, a part of each refresh token of the session' },
  },
  { column: 'second_factor.secret', level: 4, shownBy: [], kept: { as: 'ENCRYPTED', rowId: 'account_id' } },
  { column: 'second_factor.pending_secret', level: 4, shownBy: [], kept: { as: 'ENCRYPTED', rowId: 'account_id' } },
  {
    column: 'second_factor.recovery_codes',
    level: 4,
    shownBy: [],
    kept: { as: 'DIGEST', because: 'keyed hashes of random codes: they are compared and never read' },
  },
  {
    column: 'service_token.digest',
    level: 4,
    // The token itself, shown once when it is issued.
    shownBy: ['IssuedServiceTokenType.token'],
    kept: { as: 'DIGEST', because: 'SHA-256 of 256 random bits: the token is not in the database' },
  },
  {
    column: 'member.id_number',
    level: 4,
    shownBy: ['RevealedMember.idNumber'],
    kept: { as: 'ENCRYPTED', rowId: 'member_id' },
  },
  {
    column: 'member.id_number_hash',
    level: 4,
    shownBy: [],
    kept: { as: 'DIGEST', because: 'HMAC under a key that is not in the database: equal numbers are found by it' },
  },
  // Of a person, or the right to write to a robot: what is shown of it tells which one it is, and no more.
  {
    column: 'notice_preference.address',
    level: 4,
    shownBy: [],
    kept: { as: 'ENCRYPTED', rowId: 'preference_id' },
  },
  { column: 'notice_preference.address_masked', level: 3, shownBy: ['NoticePreference.addressMasked'] },
  { column: 'notice_preference.secret', level: 4, shownBy: [], kept: { as: 'ENCRYPTED', rowId: 'preference_id' } },
  personal('id_number_masked', 'idNumberMasked'),
  personal('phone', 'phone'),
  personal('born_on', 'bornOn'),
  // 特定身份 in the sense of PIPL Art 28 may be argued: treated as personal.
  personal('kind', 'kind'),
  personal('joined_on', 'joinedOn'),
  personal('confirmed_on', 'confirmedOn'),
  personal('status', 'status'),
  personal('exit_kind', 'exitKind'),
  personal('ended_on', 'endedOn'),
  { column: 'member.exit_note', level: 3, shownBy: ['Member.exitNote'] },
];
