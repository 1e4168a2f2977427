import { z } from 'zod';

/** A key of 32 bytes, written as 64 hexadecimal digits. */
export const secretKey = z
  .string()
  .regex(/^[0-9a-f]{64}$/, '须为 64 位十六进制（32 字节）')
  .transform((hex): Uint8Array => Buffer.from(hex, 'hex'));
