import type { Id } from '@hub/core';

import { factOfLabel } from './fact-catalogue';
import type { PeriodKey } from './period';
import { plainLabel } from './plain-label';
import { reportTaskError } from './report-task.errors';
import { isAsked, type TemplateField } from './template-field';

/** A field that is asked a second time: the hub holds it, or another task asks for it. */
export type DoubleDemand = {
  readonly key: string;
  readonly label: string;
} & (
  | { readonly by: 'FACT'; readonly fact: string; readonly name: string }
  | {
      readonly by: 'TASK';
      readonly taskId: Id;
      readonly name: string;
      readonly periodKey: PeriodKey;
      readonly otherLabel: string;
    }
);

/** Another task that waits for reports of some of the same organisations for some of the same days. */
export interface OverlappingTask {
  readonly taskId: Id;
  readonly title: string;
  readonly periodKey: PeriodKey;
  readonly fields: readonly TemplateField[];
}

/** Words of one's own are longer: what a unit thinks is no datum, whatever the heading. */
const NARRATIVE_FROM = 100;

/** Whether a field asks for a datum that could be known: not for a file, nor for a text of one's own. */
function asksDatum(field: TemplateField): boolean {
  if (!isAsked(field) || field.type === 'FILE') return false;
  return field.type !== 'TEXT' || (field.maxLength ?? Number.POSITIVE_INFINITY) <= NARRATIVE_FROM;
}

/** What a field is about: the fact that its label means, else the label itself, without what is only form. */
const meaningOf = ({ label }: TemplateField): string => factOfLabel(label)?.code ?? plainLabel(label);

/** 一数一源: every field that the hub holds already or that another task asks for, with its name. */
export function doubleDemands(
  fields: readonly TemplateField[],
  others: readonly OverlappingTask[],
): readonly DoubleDemand[] {
  const asked = fields.filter(asksDatum);
  return [...asked.flatMap(knownFact), ...others.flatMap((task) => asked.flatMap((field) => askedBy(task, field)))];
}

function knownFact({ key, label }: TemplateField): DoubleDemand[] {
  const fact = factOfLabel(label);
  return fact === undefined ? [] : [{ key, label, by: 'FACT', fact: fact.code, name: fact.name }];
}

function askedBy({ taskId, title, periodKey, fields }: OverlappingTask, field: TemplateField): DoubleDemand[] {
  const meaning = meaningOf(field);
  const other = fields.find((candidate) => asksDatum(candidate) && meaningOf(candidate) === meaning);
  if (other === undefined) return [];
  const { key, label } = field;
  return [{ key, label, by: 'TASK', taskId, name: title, periodKey, otherLabel: other.label }];
}

/** Throws ASKED_TWICE, with all of them, unless somebody says why it has to be. */
export function assertAskedOnce(demands: readonly DoubleDemand[], duplicateReason: string | null): void {
  if (demands.length === 0 || duplicateReason !== null) return;
  const names = demands.map(({ label, name }) => `${label}：${name}`).join('；');
  throw reportTaskError('ASKED_TWICE', { count: demands.length, names, findings: demands });
}
