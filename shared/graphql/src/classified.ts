import type { DataLevel } from '@hub/core';
import { Directive } from 'type-graphql';

/** Stands in the SDL of every subgraph. Composition leaves it there: the gateway decides nothing by it. */
export const CLASSIFIED = `"""密级：1 单位内公开，2 内部（未标注的均为 2），3 个人信息，4 敏感个人信息或凭据。"""
directive @classified(level: Int!) on FIELD_DEFINITION | INPUT_FIELD_DEFINITION`;

/** The level of a field, the same as that of the column it shows (see `classified` of the subgraph's database). */
export const Classified = (level: DataLevel): ReturnType<typeof Directive> => Directive(`@classified(level: ${level})`);
