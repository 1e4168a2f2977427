import { z } from 'zod';

/** A key of 32 bytes, written as 64 hexadecimal digits. */
export const secretKey = z
  .string()
  .regex(/^[0-9a-f]{64}$/, '须为 64 位十六进制（32 字节）')
  .transform((hex): Uint8Array => Buffer.from(hex, 'hex'));

const VERSIONED_KEY = /^[1-9]\d{0,3}:[0-9a-f]{64}$/;

/** Keys of 32 bytes by version: `1:<64 hexadecimal digits>,2:…`. */
export const versionedKeys = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine((parts) => parts.every((part) => VERSIONED_KEY.test(part)), '须为“版本号:64 位十六进制”，多个以逗号分隔')
  .transform(
    (parts) =>
      new Map(
        parts.map((part): [number, Uint8Array] => {
          const [version, hex] = part.split(':') as [string, string];
          return [Number(version), Buffer.from(hex, 'hex')];
        }),
      ),
  );
