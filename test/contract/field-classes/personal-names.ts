/**
 * Names that say: this is about one person, or opens a door. What is called so has a level, whoever adds it. They match
 * a column (`id_number`) and a field (`idNumber`) alike.
 */
const WORDS = [
  'id_number',
  'identity',
  'phone',
  'mobile',
  'email',
  'address',
  'birth',
  'born',
  'wage',
  'salary',
  'dues_base',
  'bank',
  'card_number',
  'photo',
  'health',
  'disability',
  'hardship',
  'family',
  'religion',
  'password',
  'passphrase',
  'secret',
  'totp',
  'otp',
  'recovery_code',
  'token',
];

/** Names of one of the words that are about something else. */
const OTHERS = [
  // How many are left; not one of them.
  /^recovery_codes_left$/,
  // Which token, when it ends and what hangs on it; not the token.
  /token_(id|hint|state|expires_at|kind)$/,
  /^(service_)?tokens?$/,
];

/** A secret that a service token is: the one field that is called `token` and hands it over. */
const TOKEN_ITSELF = /^token$/;

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export function saysPersonalData(name: string, isText: boolean): boolean {
  const words = snake(name);
  if (isText && TOKEN_ITSELF.test(words)) return true;
  if (OTHERS.some((other) => other.test(words))) return false;
  return WORDS.some((word) => new RegExp(`(^|_)${word}s?(_|$)`).test(words));
}
