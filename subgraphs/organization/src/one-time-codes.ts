import { Secret, TOTP } from 'otpauth';

/** Codes of an authenticator app: TOTP of RFC 6238, with what every app can do (SHA-1, six digits, thirty seconds). */
export interface OneTimeCodes {
  /** 160 bits (RFC 4226 §4), in base32 as apps take it. */
  mintSecret(): string;
  /** 80 bits: enough for a code that is good once and locks the account when it is guessed at. */
  mintRecoveryCode(): string;
  /** What a picture of the secret says to the app. */
  uri(secret: string, loginName: string): string;
  /** The step whose code it is, one before or after the present one at most (RFC 6238 §5.2); null when it is none of them. */
  stepOf(secret: string, code: string, now: Date): number | null;
}

const ISSUER = '党建云';
const STEP_MS = 30_000;
const SECRET_BYTES = 20;
const RECOVERY_BYTES = 10;
const WINDOW = 1;

export function createOneTimeCodes(): OneTimeCodes {
  const totp = (secret: string, label = ''): TOTP =>
    new TOTP({ issuer: ISSUER, label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 });
  return {
    mintSecret: () => new Secret({ size: SECRET_BYTES }).base32,
    mintRecoveryCode: () => new Secret({ size: RECOVERY_BYTES }).base32,
    uri: (secret, loginName) => totp(secret, loginName).toString(),
    stepOf(secret, code, now) {
      const timestamp = now.getTime();
      const delta = totp(secret).validate({ token: code, timestamp, window: WINDOW });
      return delta === null ? null : Math.floor(timestamp / STEP_MS) + delta;
    },
  };
}
