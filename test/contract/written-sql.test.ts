import { CodeIndex, type Found } from './own-code/code-index';
import { nameOf, parsed, parsedSources, type Source, type Syntax } from './own-code/parsed-sources';
import { WrittenText } from './own-code/written-text';

// Row security guards against a wrong query, not against whoever can write one: the settings it reads can be set by SQL.
// So no text that is sent to Postgres has anything in it that a request brought.

const REGISTRY = 'names of classified columns: the contract of field classes finds them in the database';

/** What is not written where it is sent, with the reason. */
const KNOWN: Readonly<Record<string, string>> = {
  'shared/persistence/src/subgraph-database.ts sql': 'the door itself: this test reads those who call it',
  'shared/persistence/src/prepared-query.ts ObjectExpression': 'the door itself: this test reads those who call it',
  'shared/persistence/src/unit-of-work.ts sql': 'the door itself: this test reads those who call it',
  'subgraphs/organization/src/data/bulk-insert.ts columns of Object.keys()': 'names of the fields of entities',
  'shared/persistence/src/cipher/rotate-keys.ts table': REGISTRY,
  'shared/persistence/src/cipher/rotate-keys.ts column': REGISTRY,
  'shared/persistence/src/cipher/rotate-keys.ts rowId': REGISTRY,
  'shared/persistence/src/roles.ts statement': 'DDL takes no parameters: checked names, and an escaped password',
  'shared/jobs/src/migrate-queues.ts statements of owner.escapeLiteral()': 'DDL, and an escaped password',
  'shared/persistence/src/migration/sql-migration.ts statement': 'migrations are DDL, run by the owner',
  'shared/persistence/src/migration/year-partitions.ts table': 'DDL: a table of the catalogue',
  'shared/persistence/src/migration/year-partitions.ts year': 'DDL: a number',
};

/** A query of graphql, compiled. */
const isSql = ({ node }: Found): boolean => {
  const callee = node.callee as Syntax;
  return callee.type === 'MemberExpression' && nameOf(callee.object) !== 'decision.query';
};

/** Every text that is sent, and what in it is not written in the code. */
function strangersOf(sources: readonly Source[]): { readonly texts: number; readonly strangers: string[] } {
  const index = new CodeIndex(sources);
  const written = new WrittenText(index);
  const sent = ['query', 'execute'].flatMap((name) => index.callsOf(name).filter(isSql));
  // The one statement of a query builder is made of values alone; its rows are named in the last test.
  const withText = sent.filter(({ node }) => (node.arguments as unknown[]).length > 0);
  const strangers = withText.flatMap((found) => {
    const [first] = found.node.arguments as { readonly expression: unknown }[];
    return written.strangersIn(first?.expression, found).map((name) => `${found.source.path} ${name}`);
  });
  return { texts: withText.length, strangers };
}

const sources = parsedSources(['shared', 'subgraphs']);

test('every text that is sent to Postgres is written in the code', () => {
  const { texts, strangers } = strangersOf(sources);
  expect(strangers.filter((name) => !(name in KNOWN))).toEqual([]);
  expect(Object.keys(KNOWN).filter((name) => !strangers.includes(name))).toEqual([]);
  expect(texts).toBeGreaterThan(150);
});

test('builders and raw pieces of SQL are used nowhere but where accounts are inserted', () => {
  const index = new CodeIndex(sources);
  const users = ['createQueryBuilder', 'Raw', 'where', 'andWhere', 'orWhere', 'orderBy', 'having']
    .flatMap((name) => index.callsOf(name))
    .map(({ source }) => source.path);
  expect([...new Set(users)]).toEqual(['subgraphs/organization/src/data/account.repository.ts']);
});

describe('a text', () => {
  // `#{` stands for the beginning of an insertion.
  const judge = (code: string): string[] => {
    const module = parsed(code.replaceAll('#{', '$' + '{'));
    return strangersOf([{ path: 'a.ts', module }]).strangers;
  };

  test.each([
    ['a literal', "tx.query('select 1')"],
    ['a constant', "const A = 'a'; function f(tx) { tx.query(`select #{A}`) }"],
    [
      'a choice among constants',
      "const A = { x: 'a' }; function f(tx, key) { const { x } = A[key]; tx.query(`#{x}`) }",
    ],
    ['a fragment', 'const of = (n) => `$#{n}`; function f(tx) { tx.query(`select #{of(1)}`) }'],
    ['what every caller writes', "function f(tx, w) { tx.query(w) } f(1, 'a'); f(1, 'b')"],
    ['a mapped constant', "const A = ['a']; function f(tx) { tx.query(A.map((x) => `sum(#{x})`).join(',')) }"],
    ['the name of a schema', 'class A { f() { this.tx.query(`from #{this.schema}.outbox`) } }'],
  ])('made of %s is written', (_, code) => expect(judge(code)).toEqual([]));

  test.each([
    ['a parameter', 'function f(tx, name) { tx.query(`select #{name}`) } f(1, input.name)', 'name'],
    ['a parameter nobody gives', 'function f(tx, name) { tx.query(`select #{name}`) }', 'name'],
    ['a property of the input', 'function f(tx, input) { tx.execute(`x #{input.name}`) }', 'input.name'],
    ['a sum', "function f(tx, input) { tx.query('a' + input.order) }", 'input.order'],
    ['a local of the input', 'function f(tx, input) { const o = input.order; tx.query(`#{o}`) }', 'o of input.order'],
    ['a fragment of the input', 'const of = (n) => `#{n}`; function f(tx, i) { tx.query(of(i.x)) }', 'i.x'],
    ['a fragment that asks elsewhere', 'const of = (n) => ask(n); function f(tx) { tx.query(of(1)) }', 'of()'],
    ['an escaped value', 'function f(tx, i) { tx.query(`x #{tx.escape(i)}`) }', 'tx.escape()'],
    ['a joined list of the input', "function f(tx, i) { tx.query(i.ids.join(',')) }", 'i.ids'],
    ['one caller of two', "function f(tx, w) { tx.query(w) } f(1, 'a'); f(1, input.b)", 'w'],
    ['a variable', "let a = 'x'; function f(tx) { tx.query(a) }", 'a'],
  ])('made of %s is not', (_, code, stranger) => expect(judge(code)).toEqual([`a.ts ${stranger}`]));
});
