import { localMinute } from '@hub/core';
import type { CellFormat, SheetColumn } from '@hub/sheets';
import { type GraphQLLeafType, isEnumType } from 'graphql';

import type { Column } from './columns';
import { valueNames } from './described-names';

/** How the values of a type stand in a sheet; what is not named here is text, ids and enums among it. */
const FORMATS: Readonly<Record<string, CellFormat>> = {
  Int: 'NUMBER',
  Float: 'NUMBER',
  Fen: 'NUMBER',
  Date: 'DATE',
  DateTime: 'MINUTE',
};
const WIDTHS: Readonly<Record<CellFormat, number>> = { TEXT: 24, NUMBER: 12, DATE: 12, MINUTE: 18 };
/** An id on one line. */
const ID_WIDTH = 38;
/** What a sheet says of a sum that the graph gives in fen. */
const MEASURES: Readonly<Record<string, string>> = { Fen: '（分）' };

export const sheetColumnsOf = (columns: readonly Column[]): SheetColumn[] =>
  columns.map(({ name, title, type }) => {
    const format = formatOf(type);
    const shown = `${title}${MEASURES[type.name] ?? ''}`;
    return { key: name, title: shown, format, decimals: 'ANY', width: type.name === 'ID' ? ID_WIDTH : WIDTHS[format] };
  });

const formatOf = ({ name }: GraphQLLeafType): CellFormat => FORMATS[name] ?? 'TEXT';

/** Writes a value of the graph for its cell. */
export type CellWriter = (value: unknown) => string | null;

export const cellWriters = (columns: readonly Column[]): CellWriter[] => columns.map(({ type }) => writerOf(type));

function writerOf(type: GraphQLLeafType): CellWriter {
  const names = isEnumType(type) ? valueNames(type) : null;
  return (value) => {
    if (value === null || value === undefined) return null;
    if (typeof value === 'boolean') return value ? '是' : '否';
    if (typeof value !== 'string') return typeof value === 'number' ? String(value) : JSON.stringify(value);
    return formatOf(type) === 'MINUTE' ? localMinute(new Date(value)) : (names?.get(value) ?? value);
  };
}
