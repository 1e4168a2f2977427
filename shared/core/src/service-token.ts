import { textDigest } from './digest';
import { type Id, isId } from './ids';

/** Begins every service token, so that people and leak scanners know one when they see it. */
export const SERVICE_TOKEN_PREFIX = 'hub_st_';

/** 256 random bits in base64url. */
const SECRET_LENGTH = 43;
const FORM = new RegExp(`^${SERVICE_TOKEN_PREFIX}([A-Za-z0-9_-]{22})_([A-Za-z0-9_-]{${SECRET_LENGTH}})$`);

/** Where a token is looked up: its committee, and the digest that is all the hub keeps of it. */
export interface ServiceTokenKey {
  readonly committeeId: Id;
  readonly digest: string;
}

export function formatServiceToken(committeeId: Id, secret: string): string {
  const committee = Buffer.from(committeeId.replaceAll('-', ''), 'hex').toString('base64url');
  return `${SERVICE_TOKEN_PREFIX}${committee}_${secret}`;
}

/** Null for what cannot be a token. The secret is as long as its digest is wide: a plain hash keeps it, unlike a password. */
export function serviceTokenKey(token: string): ServiceTokenKey | null {
  const committee = FORM.exec(token)?.[1];
  if (committee === undefined) return null;
  const hex = Buffer.from(committee, 'base64url').toString('hex');
  const committeeId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return isId(committeeId) ? { committeeId, digest: textDigest(token) } : null;
}
