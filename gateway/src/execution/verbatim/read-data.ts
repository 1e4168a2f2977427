import { isUtf8 } from 'node:buffer';
import type { ReadData } from '../../context';
import type { DataObject } from '../json-data';
import { keptBytes } from '../kept-bytes';
import { DATA_OPEN } from '../response-body';
import { prefixOf } from './prefix';
import { scanAny, scanBytes, scanNull } from './scan-json';
import { DEVIATES, type Shape } from './shape.type';
import { Verbatim } from './verbatim';

/** Where the reading of an answer stands; at `DEVIATES` once it is another answer than was expected. */
export interface Reading {
  readonly bytes: Buffer;
  at: number;
}

/** Reads the value that begins there, and moves behind it. */
export type Read = (reading: Reading) => unknown;

const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const CLOSE_OBJECT = 0x7d;
const N = 0x6e;

/** Of an answer that is nothing but data. */
export function readingOf(read: Read): ReadData {
  return (bytes) => {
    if (!isUtf8(bytes)) return undefined;
    const reading = { bytes, at: scanBytes(bytes, 0, DATA_OPEN) };
    if (reading.at === DEVIATES) return undefined;
    const data = read(reading);
    return reading.at !== DEVIATES && bytes[reading.at] === CLOSE_OBJECT && isBlank(bytes, reading.at + 1)
      ? (data as DataObject)
      : undefined;
  };
}

function isBlank(bytes: Buffer, start: number): boolean {
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte !== 0x0a && byte !== 0x0d && byte !== 0x20) return false;
  }
  return true;
}

export function verbatim(shape: Shape): Read {
  const { scan } = shape;
  return (reading) => {
    const { bytes, at: start } = reading;
    const end = scan(bytes, start);
    reading.at = end;
    return end === DEVIATES ? undefined : new Verbatim(shape, bytes, start, end);
  };
}

/** A value that nobody knows beforehand. */
export const anything: Read = (reading) => {
  const { bytes, at: start } = reading;
  const end = scanAny(bytes, start);
  reading.at = end;
  return end === DEVIATES ? undefined : JSON.parse(bytes.toString('utf8', start, end));
};

export function constant(value: string): Read {
  const text = keptBytes(JSON.stringify(value));
  return (reading) => {
    reading.at = scanBytes(reading.bytes, reading.at, text);
    return value;
  };
}

/** Null is for whoever writes the field to judge. */
export function orNull(read: Read): Read {
  return (reading) => {
    if (reading.bytes[reading.at] !== N) return read(reading);
    reading.at = scanNull(reading.bytes, reading.at);
    return null;
  };
}

export function listOf(read: Read): Read {
  return (reading) => {
    const { bytes } = reading;
    const items: unknown[] = [];
    if (bytes[reading.at] !== OPEN_LIST) return deviate(reading);
    reading.at += 1;
    if (bytes[reading.at] === CLOSE_LIST) {
      reading.at += 1;
      return items;
    }
    for (;;) {
      items.push(read(reading));
      if (reading.at === DEVIATES) return undefined;
      const next = bytes[reading.at];
      reading.at += 1;
      if (next === CLOSE_LIST) return items;
      if (next !== COMMA) return deviate(reading);
    }
  };
}

export function objectOf(fields: readonly { readonly key: string; readonly read: Read }[]): Read {
  const members = fields.map(({ key, read }, index) => ({ key, read, prefix: prefixOf(key, index) }));
  return (reading) => {
    const object: DataObject = {};
    for (const { key, prefix, read } of members) {
      reading.at = scanBytes(reading.bytes, reading.at, prefix);
      if (reading.at === DEVIATES) return undefined;
      object[key] = read(reading);
      if (reading.at === DEVIATES) return undefined;
    }
    if (reading.bytes[reading.at] !== CLOSE_OBJECT) return deviate(reading);
    reading.at += 1;
    return object;
  };
}

function deviate(reading: Reading): undefined {
  reading.at = DEVIATES;
}
