import {
  ADMINISTRATION_CLOSED,
  EVERY_ROW,
  IN_COMMITTEE,
  IN_UNITS,
  OWN_ACCOUNT,
  TO_OWN_ACCOUNT,
} from '@hub/persistence';

import type { TestDatabase } from '../../support';

/** A policy as the database has it. */
export interface Policy {
  readonly table: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly restrictive: boolean;
  readonly rows: string;
  readonly check: string | null;
}

/** The constants of row-security.ts by the word that stands for each in a shape; the longer ones hold the shorter. */
const CONSTANTS = {
  UNITS: IN_UNITS,
  ACCOUNT: OWN_ACCOUNT,
  DELEGATE: TO_OWN_ACCOUNT,
  COMMITTEE: IN_COMMITTEE,
  'NOT ADMINISTRATION': ADMINISTRATION_CLOSED,
  'NO SERVICE': `(select coalesce(current_setting('hub.service', true), '')) = ''`,
} as const;

const COLUMN = '[a-z_]+';
const LITERAL = `'[A-Z_]+'::text`;
const narrower = (of: string) => `\\(${of} AND \\(${COLUMN} (?:(?:=|<>) ${LITERAL}|IS NULL)\\)\\)`;
const CONDITION = `\\([a-z]\\.${COLUMN} (?:= ${COLUMN}\\.${COLUMN}|= ${LITERAL}|IS NULL)\\)`;
const WHERE = `WHERE (?:${CONDITION}|\\(${CONDITION}(?: AND ${CONDITION})+\\))`;
const TABLE = `${COLUMN}\\.${COLUMN} [a-z]`;
const EXISTS = `\\(EXISTS \\( SELECT FROM ${TABLE} ${WHERE}\\)\\)`;
const AMONG = `\\(${COLUMN} IN \\( SELECT [a-z]\\.${COLUMN} FROM ${TABLE}(?: ${WHERE})?\\)\\)`;
/** Of a row that the same wall guards: what the actor does not see has no children. */
const CHILD = `\\(COMMITTEE AND (?:${EXISTS}|${AMONG})\\)`;

/** The written shapes, by their names in DESIGN: own row, child of a guarded row, office only. */
const SHAPES: Readonly<Record<string, string>> = {
  'of the committee': 'COMMITTEE',
  'of the units': 'UNITS',
  'of the account': 'ACCOUNT',
  'lent to the account': 'DELEGATE',
  'of the committee, narrower': narrower('COMMITTEE'),
  'of the units, narrower': narrower('UNITS'),
  'child of a guarded row': CHILD,
  'child of a guarded row, or of the units': `\\(\\(\\(unit_id IS NULL\\) AND COMMITTEE AND ${EXISTS}\\) OR UNITS\\)`,
  'every row': EVERY_ROW,
};

/** Restrictive ones take away: from administrators all, from programs what is not of their subtree. */
const RESTRICTIVE_SHAPES: Readonly<Record<string, string>> = {
  'closed to administrators': 'NOT ADMINISTRATION',
  'for people at work': '\\(COMMITTEE AND NO SERVICE AND NOT ADMINISTRATION\\)',
  'for services, of the units': '\\(NO SERVICE OR UNITS\\)',
  'for services, child of a guarded row': `\\(NO SERVICE OR ${CHILD}\\)`,
  'for services, of the units or child of a guarded row': `\\(NO SERVICE OR \\(UNITS OR ${CHILD}\\)\\)`,
};

/** Reads expressions of policies as shapes: which of the constants, joined how. */
export class WrittenShapes {
  private constructor(private readonly words: ReadonlyMap<string, string>) {}

  /** The database says how it writes each constant. */
  static async of(database: TestDatabase): Promise<WrittenShapes> {
    const words = new Map<string, string>();
    await database.query('create schema probe');
    await database.query(
      'create table probe.row (committee_id uuid, unit_id uuid, account_id uuid, delegate_account_id uuid)',
    );
    for (const [word, constant] of Object.entries(CONSTANTS)) {
      await database.query(`create policy probe on probe.row using (${constant})`);
      const [policy] = await database.query<{ rows: string }>(
        `select qual as rows from pg_policies where schemaname = 'probe'`,
      );
      words.set(word, flat(policy?.rows ?? ''));
      await database.query('drop policy probe on probe.row');
    }
    await database.query('drop schema probe cascade');
    return new WrittenShapes(words);
  }

  /** The name of the shape; null for one that nobody has written down. */
  shapeOf({ restrictive }: Policy, expression: string): string | null {
    const text = this.inWords(expression);
    const shapes = restrictive ? RESTRICTIVE_SHAPES : SHAPES;
    return Object.keys(shapes).find((name) => new RegExp(`^${shapes[name]}$`).test(text)) ?? null;
  }

  /** The expression with the words in place of the constants. */
  inWords(expression: string): string {
    let text = flat(expression);
    for (const [word, written] of this.words) {
      // Within a longer conjunction the database leaves out the parentheses around the parts.
      const inner = written.slice(1, -1);
      text = text.replaceAll(written, word);
      if (word === 'UNITS' || word === 'ACCOUNT') text = text.replaceAll(`(${inner} AND `, `(${word} AND `);
    }
    return text;
  }
}

const flat = (text: string): string => text.replace(/\s+/g, ' ');
