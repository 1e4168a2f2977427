import {
  canonicalJson,
  DomainError,
  type Id,
  type ImportedRecord,
  type ImportProblem,
  type PersonActor,
} from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { asksOf, type ImportedReport, importedReports } from '../data/imported-report.read-model';
import { type OpenImport, openImport, shownImport } from '../data/report-import.read-model';
import { type ImportCounts, ReportImportRepository } from '../data/report-import.repository';
import { type WorkbookTask, workbookTask } from '../data/task-workbook.read-model';
import type { FieldProblem } from '../domain/field-problem';
import { reportPolicy } from '../domain/report.policy';
import { askedValues } from '../domain/said-words';
import { tidyValues } from '../domain/tidy-values';
import { problemAt, rowProblem } from '../domain/workbook/import-problem';
import { assertMark } from '../domain/workbook/mark';
import { parseRecord } from '../domain/workbook/parse-record';
import { type RecordRead, readRecord, withKept } from '../domain/workbook/read-record';
import { workbookError } from '../domain/workbook/workbook.errors';
import type { ReportsContext } from './context';
import { draftVisibility } from './report-content';
import { saveReport } from './save-report';

export interface BeginImportInput {
  readonly taskId: Id;
  readonly fileName: string;
  readonly mark: string;
}

/** 导入: a workbook of the task as it asks now, or none of it. */
export async function beginReportImport(ctx: ReportsContext, input: BeginImportInput): Promise<Id> {
  const person = requirePerson(ctx);
  const { taskId, fileName, mark } = input;
  const { committeeId, unitId } = person;
  reportPolicy.assertMay(person, 'save', { committeeId, unitId });
  return ctx.command('beginReportImport', input, async (tx) => {
    const task = (await asksOf(tx, taskId, unitId)) ? await workbookTask(tx, taskId) : null;
    if (task === null) throw workbookError('WORKBOOK_SUBJECT_NOT_FOUND');
    assertMark(mark, task);
    const importId = ctx.ids.next();
    const { templateVersion } = task;
    await new ReportImportRepository(tx).insert(
      { importId, taskId, templateVersion, fileName, visibility: draftVisibility(person) },
      person,
    );
    const after = { importId, templateVersion };
    tx.audit({ action: 'beginReportImport', objectType: 'reportTask', objectId: taskId, after });
    return importId;
  });
}

export interface ImportRecordsInput {
  readonly importId: Id;
  /** Each a record as JSON. */
  readonly records: readonly string[];
}

/**
 * Each record is saved as its unit would save it by hand, in a transaction of its own: one that is refused spoils none,
 * and of what was refused only the place and the reason are kept. Answers them, for whoever still has the words.
 */
export async function importReportRecords(
  ctx: ReportsContext,
  { importId, records }: ImportRecordsInput,
): Promise<readonly ImportProblem[]> {
  const person = requirePerson(ctx);
  const open = await importUnderWay(ctx, importId, person);
  const task = await ctx.read((tx) => workbookTask(tx, open.taskId));
  if (task === null) throw workbookError('WORKBOOK_SUBJECT_NOT_FOUND');
  const outcome = await saveRecords(ctx, task, records.map(parseRecord));
  await ctx.transaction(async (tx) => {
    const imports = new ReportImportRepository(tx);
    if (!(await imports.count(open, outcome))) throw workbookError('IMPORT_NOT_FOUND');
    await imports.addProblems(open, outcome.problems, ctx.ids);
  });
  return outcome.problems;
}

export async function finishReportImport(ctx: ReportsContext, importId: Id) {
  const person = requirePerson(ctx);
  const open = await importUnderWay(ctx, importId, person);
  await ctx.transaction(async (tx) => {
    if (!(await new ReportImportRepository(tx).finish(open))) throw workbookError('IMPORT_NOT_FOUND');
    const row = await shownImport(tx, importId);
    const after = row && { importId, saved: row.saved, unchanged: row.unchanged, refused: row.refused };
    tx.audit({ action: 'finishReportImport', objectType: 'reportTask', objectId: open.taskId, after });
  });
  return importId;
}

/**
 * Throws IMPORT_NOT_FOUND, what the policy throws, or IMPORT_OF_ANOTHER. It is not locked while records are saved, each in
 * its own transaction: whoever writes to it asks again whether it goes on.
 */
async function importUnderWay(ctx: ReportsContext, importId: Id, person: PersonActor): Promise<OpenImport> {
  const open = await ctx.read((tx) => openImport(tx, importId));
  if (open === null) throw workbookError('IMPORT_NOT_FOUND');
  const { committeeId } = person;
  reportPolicy.assertMay(person, 'save', { committeeId, unitId: open.unitId });
  if (open.startedByAccountId !== person.accountId) throw workbookError('IMPORT_OF_ANOTHER');
  return open;
}

interface Outcome extends ImportCounts {
  readonly problems: readonly ImportProblem[];
}

async function saveRecords(
  ctx: ReportsContext,
  { taskId, fields }: WorkbookTask,
  records: readonly ImportedRecord[],
): Promise<Outcome> {
  const readings = records.map((record) => readRecord(fields, record));
  const reportIds = readings.flatMap((reading) => ('problems' in reading ? [] : [reading.reportId]));
  const reports = await ctx.read((tx) => importedReports(tx, taskId, reportIds));
  const counts = { saved: 0, unchanged: 0, refused: 0 };
  const problems: ImportProblem[] = [];
  for (const reading of readings) {
    const found =
      'problems' in reading ? reading.problems : await saveRecord(ctx, fields, reading, reports.get(reading.reportId));
    counts[found === 'unchanged' || found === 'saved' ? found : 'refused'] += 1;
    if (typeof found !== 'string') problems.push(...found);
  }
  return { ...counts, problems };
}

type Saved = 'saved' | 'unchanged' | readonly ImportProblem[];

async function saveRecord(
  ctx: ReportsContext,
  fields: WorkbookTask['fields'],
  read: RecordRead,
  report: ImportedReport | undefined,
): Promise<Saved> {
  const { reportId, version, row } = read;
  if (!report) return [problemAt(row, rowProblem({ label: '序号' }, 'ROW_FOREIGN'))];
  const before = askedValues(fields, report.values);
  const values = tidyValues(withKept(fields, before, read.values));
  // A file that is mended and sent again holds what was taken the first time: that is no change, however old it is.
  if (canonicalJson(values) === canonicalJson(before)) return 'unchanged';
  try {
    await saveReport(ctx, { reportId, expectedVersion: version, values });
    return 'saved';
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return problemsOf(error, read);
  }
}

function problemsOf({ reason, message, details }: DomainError, { row }: RecordRead): readonly ImportProblem[] {
  const problems = details.problems as readonly FieldProblem[] | undefined;
  if (reason === 'REPORT_FIELDS_INVALID' && problems) return problems.map((problem) => problemAt(row, problem));
  return [{ sheetName: row.sheetName.slice(0, 100), rowNumber: row.number, label: '整行', reason, message }];
}
