import { DEFAULT_SHEET_LIMITS, type SheetLimits } from '../limits';
import { sheetError } from '../sheet.errors';
import { PackageReader } from '../zip/package-reader';
import type { CellRange, ReadRow } from './cell';
import { dateStylesOf } from './date-styles';
import { sharedTextsOf } from './shared-texts';
import { SheetParser } from './sheet-parser';
import { type WorkbookParts, workbookParts } from './workbook-parts';

/**
 * A workbook on the disk, read row by row: what is held is the row at hand and the texts that cells share. Formulas are
 * not computed, and what another program computed is not believed.
 */
export class WorkbookReader {
  #rows = 0;

  private constructor(
    private readonly file: PackageReader,
    private readonly limits: SheetLimits,
    private readonly parts: WorkbookParts,
    private readonly dateStyles: ReadonlySet<number>,
    private readonly sharedTexts: readonly string[],
  ) {}

  static async open(path: string, given: Partial<SheetLimits> = {}): Promise<WorkbookReader> {
    const limits = { ...DEFAULT_SHEET_LIMITS, ...given };
    const file = await PackageReader.open(path, limits);
    try {
      const parts = await workbookParts(file);
      const texts = await sharedTextsOf(file, parts.sharedTexts, limits);
      return new WorkbookReader(file, limits, parts, await dateStylesOf(file, parts.styles), texts);
    } catch (error) {
      file.close();
      throw error;
    }
  }

  get sheetNames(): readonly string[] {
    return this.parts.sheets.map(({ name }) => name);
  }

  /** Its rows in order; returns which cells were merged, which a sheet says after them. */
  async *rows(sheetName: string): AsyncGenerator<ReadRow, readonly CellRange[]> {
    const sheet = this.parts.sheets.find(({ name }) => name === sheetName);
    if (!sheet) throw sheetError('SHEET_BROKEN');
    const { limits, sharedTexts, dateStyles } = this;
    const { since1904 } = this.parts;
    const parser = new SheetParser({ name: sheetName, limits, sharedTexts, dateStyles, since1904 });
    for await (const piece of this.file.text(sheet.part)) {
      const rows = parser.write(piece);
      this.#rows += rows.length;
      if (this.#rows > limits.rows) throw sheetError('SHEET_TOO_MANY_ROWS', { limit: limits.rows });
      yield* rows;
    }
    parser.end();
    return parser.merged;
  }

  close(): void {
    this.file.close();
  }
}
