import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A migration as a list of statements. Migrations only go forward: a mistake is mended by the next one, because data of
 * today must survive every later version.
 */
export abstract class SqlMigration implements MigrationInterface {
  protected abstract statements(): readonly string[];

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of this.statements()) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
