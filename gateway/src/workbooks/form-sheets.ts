import type { SheetColumn, SheetRow, WrittenSheet } from '@hub/sheets';
import { sheetNames } from '@hub/sheets';

import { MARK_SHEET } from './read-records';
import type { SheetPlan, WorkbookPlan } from './workbooks.type';

interface SheetParts {
  readonly columnsOf: (sheet: SheetPlan) => readonly SheetColumn[];
  readonly rowsOf: (sheet: SheetPlan) => AsyncIterable<SheetRow> | Iterable<SheetRow>;
  /** Last line of a sheet that does not come back. */
  readonly note: string;
}

/** The sheets of a plan; those that come back say by hidden cells what they are. */
export function plannedSheets(plan: WorkbookPlan, { columnsOf, rowsOf, note }: SheetParts): WrittenSheet[] {
  const names = sheetNames(plan.sheets.map(({ name }) => name));
  const sheets = plan.sheets.map((sheet, index): WrittenSheet => {
    const { form } = sheet;
    const [first, ...others] = columnsOf(sheet);
    return {
      name: names[index] ?? sheet.name,
      columns: first ? [form ? { ...first, key: `${sheet.key}#${first.key}` } : first, ...others] : [],
      form,
      protected: sheet.protected,
      rows: rowsOf(sheet),
      // A line of words in a form would be taken for a row when it comes back.
      ...(form ? {} : { notes: () => [note] }),
    };
  });
  return plan.mark === null ? sheets : [...sheets, markSheet(plan.mark)];
}

const markSheet = (mark: string): WrittenSheet => ({
  name: MARK_SHEET,
  columns: [{ key: 'mark', title: 'mark', format: 'TEXT' }],
  rows: [{ cells: [mark] }],
  hidden: true,
  protected: true,
});
