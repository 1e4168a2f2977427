import { formatServiceToken, type ServiceActor } from '@hub/core';

import { CLERK, Harness } from '../../testing/harness';
import { RawClient } from '../../testing/raw-client';
import { RowsExecutor, rowsSchema } from '../../testing/rows-graph';
import { rowsOfSheet } from '../../testing/sheet-cells';
import { StubExportLog } from '../../testing/stub-export-log';
import { DocumentGate, documentIdOf, manifestRegistry } from '../documents';
import { XLSX } from '../http/files/office-types';
import type { GatewayLimits } from '../http/limits';

const DOCUMENTS = {
  UnitRows:
    'query UnitRows($nature:String$limit:Int){unitRows(nature:$nature limit:$limit){nodes{id name amount zone{name}}}}',
  Typed: 'query Typed{unitRows{nodes{id name amount zone{name} since changedAt state sort kept share again:name}}}',
  Totals: 'query Totals($year:Int!){totals(year:$year){key count}}',
  Touch: 'mutation Touch{touch}',
};
const manifest = Object.fromEntries(
  Object.entries(DOCUMENTS).map(([name, text]) => [documentIdOf(text), { name, text }]),
);

const TOKEN = formatServiceToken(CLERK.committeeId, 'A'.repeat(43));
const service = (...documents: string[]): ServiceActor => ({
  side: 'unit',
  committeeId: CLERK.committeeId,
  serviceTokenId: '01980000-0000-7000-8000-0000000000f1',
  name: '大屏',
  organizationId: CLERK.organizationId,
  documents,
});

const executor = new RowsExecutor();
const hub = new Harness();
const log = new StubExportLog();
let token: ServiceActor | null;
let noted: string[];
let bearer: { authorization: string };

const start = (limits: Partial<GatewayLimits> = {}) =>
  hub.start({
    executor,
    documents: new DocumentGate('open', manifestRegistry(manifest)),
    exports: { schema: () => rowsSchema, log },
    serviceTokens: {
      resolve: async () => token,
      noteUse: async ({ serviceTokenId }) => void noted.push(serviceTokenId),
    },
    limits: { exportsAtOnce: 2, exportRowsAlone: 1_000_000, ...limits },
  });

beforeAll(() => start());
beforeEach(async () => {
  log.reset();
  token = service('UnitRows');
  noted = [];
  executor.total = null;
  executor.counts = 0;
  executor.pages.length = 0;
  executor.onPage = () => undefined;
  executor.rows = [
    { id: '1', name: '办公室', amount: 100, zone: { name: '东片区' } },
    { id: '2', name: '=cmd|x', amount: -5, zone: null },
  ];
  hub.session = CLERK;
  hub.clock.advance(60_000);
  bearer = await hub.bearer();
});
afterAll(() => hub.stop());

const get = (path: string, headers = {}) => hub.get(path, { ...bearer, ...headers });
const reasonOf = ({ json }: { json: { errors: { extensions: { reason: string } }[] } }) =>
  json.errors[0]?.extensions.reason;
const manyRows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: String(index), name: `单位${index}`, amount: index }));
/** Rows of which a page is more than the buffers between gateway and client hold. */
const wideRows = () => {
  const name = '宽'.repeat(4_000);
  return Array.from({ length: 100_000 }, (_, index) => ({ id: String(index), name }));
};
/** The last line of a person's file: who took it, and when. */
const MARK = /导出人：王专干（党务专干） 导出时间：2026-11-20 \d\d:\d\d 导出编号：\d+\r\n$/;
const marked = (text: string): string => {
  expect(text).toMatch(MARK);
  return text.replace(MARK, '');
};

describe('CSV', () => {
  it('is a file that a spreadsheet opens: mark, header, CRLF, no formulas', async () => {
    const answer = await get('/exports/UnitRows');
    expect(marked(answer.text)).toBe("\uFEFFid,name,amount,zone.name\r\n1,办公室,100,东片区\r\n2,'=cmd|x,-5,\r\n");
    expect([...answer.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="UnitRows-2026-11-20.csv"; filename*=UTF-8''UnitRows-2026-11-20.csv`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  it('has its header when there is no row, and no mark when none is wanted', async () => {
    executor.rows = [];
    expect(marked((await get('/exports/UnitRows?bom=0')).text)).toBe('id,name,amount,zone.name\r\n');
    expect(await log.outcome()).toEqual(['COMPLETE', 0]);
  });

  it('bears a Chinese name when one is asked for, and nothing that leaves a folder', async () => {
    const name = encodeURIComponent('../收文 明细');
    const { headers } = await get(`/exports/UnitRows?filename=${name}`);
    expect(headers['content-disposition']).toContain(`filename*=UTF-8''${encodeURIComponent('收文 明细.csv')}`);
  });
});

describe('NDJSON', () => {
  it.each([
    ['/exports/UnitRows?format=ndjson', {}],
    ['/exports/UnitRows', { accept: 'application/x-ndjson, text/csv;q=0.5' }],
  ])('is a flat object a line: %s', async (path, headers) => {
    const answer = await get(path, headers);
    expect(answer.headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
    expect(answer.text).toBe(
      '{"id":"1","name":"办公室","amount":100,"zone.name":"东片区"}\n' +
        '{"id":"2","name":"=cmd|x","amount":-5,"zone.name":null}\n',
    );
  });

  it('is empty when there is no row', async () => {
    executor.rows = [];
    expect((await get('/exports/UnitRows?format=ndjson')).text).toBe('');
  });
});

describe('xlsx', () => {
  const sheetOf = async (path: string, headers = {}) => {
    const answer = await get(path, headers);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, XLSX]);
    return rowsOfSheet(answer.bytes, '单位明细平表');
  };

  it('has titles in words of people, numbers and dates as such, and every text as text', async () => {
    executor.rows = [
      {
        id: '110101199003077777',
        name: '=cmd|x',
        amount: -1_234_567,
        zone: { name: '东片区' },
        since: '2026-10-01',
        changedAt: '2026-10-01T23:30:15.000Z',
        state: 'GONE',
        sort: 'B',
        kept: false,
        share: 0.25,
      },
      { id: '2', name: null },
    ];
    const [titles, first, second, note] = await sheetOf('/exports/Typed?format=xlsx');
    expect(titles).toEqual([
      { text: '单位标识' },
      { text: '名称' },
      { text: '金额（分）' },
      { text: '所在片区·名称' },
      { text: '设立日期' },
      { text: '变更时间' },
      { text: '状态' },
      { text: '类别' },
      { text: '是否保留' },
      { text: '比例' },
      { text: '名称（again）' },
    ]);
    expect(first).toEqual([
      { text: '110101199003077777' },
      { text: '=cmd|x' },
      { number: -1_234_567 },
      { text: '东片区' },
      { number: 46_296 },
      { number: 46_297 + 7.5 / 24 },
      { text: '已撤销' },
      { text: 'B' },
      { text: '否' },
      { number: 0.25 },
      { text: '=cmd|x' },
    ]);
    expect(second).toEqual([{ text: '2' }]);
    expect(note).toEqual([{ text: expect.stringMatching(/^导出人：王专干（党务专干） .*导出编号：0$/) }]);
    expect([log.entries[0]?.facts.format, await log.outcome()]).toEqual(['XLSX', ['COMPLETE', 2]]);
  });

  it('has the rows and columns of the CSV, page by page', async () => {
    executor.rows = manyRows(2_500);
    const csvRows = marked((await get('/exports/UnitRows?bom=0')).text)
      .trimEnd()
      .split('\r\n');
    const rows = await sheetOf('/exports/UnitRows', { accept: `${XLSX}, text/csv;q=0.5` });
    const texts = rows
      .slice(1, -1)
      .map((row) => row.map((cell) => String('text' in cell ? cell.text : cell.number)).join(','));
    expect(texts).toEqual(csvRows.slice(1).map((line) => line.replace(/,$/, '')));
    expect(executor.pages.slice(3)).toEqual([null, '1000', '2000']);
  });

  it('is refused when it has no room for all rows, before a byte is sent', async () => {
    executor.rows = manyRows(1_000);
    executor.total = 1_048_575;
    log.granted = true;
    const answer = await get('/exports/UnitRows?format=xlsx');
    expect([answer.status, reasonOf(answer), log.entries]).toEqual([400, 'EXPORT_NO_ROOM', []]);
  });

  it('that fails midway is cut off, and no workbook', async () => {
    executor.rows = manyRows(2_500);
    executor.onPage = (after) => {
      if (after === '1000') throw new Error('subgraph is down');
    };
    await expect(get('/exports/UnitRows?format=xlsx')).rejects.toThrow();
    expect(await log.outcome()).toEqual(['FAILED', 1_000]);
  });
});

it('exports a list as a whole, with variables from the address', async () => {
  expect(marked((await get('/exports/Totals?year=2026&bom=0')).text)).toBe('key,count\r\n2026,2\r\n');
});

it('takes variables from a body of JSON', async () => {
  const body = JSON.stringify({ variables: { year: 2025 } });
  const headers = { ...bearer, 'content-type': 'application/json' };
  const answer = await hub.send({ method: 'POST', path: '/exports/Totals?format=ndjson', body, headers });
  expect(answer.text).toBe('{"key":"2025","count":2}\n');
});

it.each([
  ['[]', 'EXPORT_BODY'],
  ['{', 'EXPORT_BODY'],
  ['{"variables":[]}', 'EXPORT_BODY'],
  ['{"variables":{"other":1}}', 'EXPORT_VARIABLE_UNKNOWN'],
])('refuses the body %s', async (body, reason) => {
  const headers = { ...bearer, 'content-type': 'application/json' };
  expect(reasonOf(await hub.send({ method: 'POST', path: '/exports/Totals', body, headers }))).toBe(reason);
});

it.each([
  ['/exports/Nothing', 404, 'EXPORT_NOT_FOUND'],
  ['/exports/', 404, 'EXPORT_NOT_FOUND'],
  ['/exports/..%2Fx', 404, 'EXPORT_NOT_FOUND'],
  ['/exports/Touch', 400, 'EXPORT_NOT_QUERY'],
  ['/exports/UnitRows?format=xls', 400, 'EXPORT_FORMAT'],
  ['/exports/UnitRows?first=1', 400, 'EXPORT_VARIABLE_UNKNOWN'],
  ['/exports/Totals?year=x', 400, 'EXPORT_VARIABLE_INVALID'],
  ['/exports/Totals', 400, 'GRAPHQL_VALIDATION_FAILED'],
])('answers %s with %i %s, and logs no export', async (path, status, reason) => {
  const answer = await get(path);
  expect([answer.status, reasonOf(answer), log.entries]).toEqual([status, reason, []]);
});

it('is for people who signed in, and for service tokens', async () => {
  expect(reasonOf(await hub.get('/exports/UnitRows'))).toBe('SIGN_IN_REQUIRED');
  const answer = await get('/exports/UnitRows', { authorization: `Bearer ${TOKEN}` });
  expect(answer.status).toBe(200);
  expect(executor.contexts.at(-1)?.actor).toEqual(token);
  expect([log.entries[0]?.actor, noted]).toEqual(['unit', [token?.serviceTokenId]]);
});

it('keeps a token to its documents', async () => {
  const authorization = `Bearer ${TOKEN}`;
  expect(reasonOf(await get('/exports/Totals?year=1', { authorization }))).toBe('DOCUMENT_NOT_IN_SCOPE');
  token = null;
  hub.clock.advance(5_000);
  const answer = await get('/exports/UnitRows', { authorization });
  expect([answer.status, reasonOf(answer)]).toEqual([401, 'SERVICE_TOKEN_INVALID']);
});

it('logs who exported what, and how it ended', async () => {
  await get('/exports/UnitRows?nature=X&format=ndjson');
  expect(await log.outcome()).toEqual(['COMPLETE', 2]);
  expect(log.entries[0]?.facts).toEqual({
    documentId: documentIdOf(DOCUMENTS.UnitRows),
    documentName: 'UnitRows',
    format: 'NDJSON',
    variablesDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
    isBulk: false,
  });
});

it('does not begin what cannot be logged', async () => {
  log.fails = new Error('organization is down');
  const answer = await get('/exports/UnitRows');
  expect([answer.status, answer.text.includes('办公室')]).toEqual([500, false]);
});

it('walks through all pages', async () => {
  executor.rows = manyRows(2_500);
  const { text } = await get('/exports/UnitRows?bom=0');
  const lines = text.trimEnd().split('\r\n');
  expect([lines.length, lines[2_500]]).toEqual([2_502, '2499,单位2499,2499,']);
  expect(executor.pages).toEqual([null, '1000', '2000']);
  expect(await log.outcome()).toEqual(['COMPLETE', 2_500]);
});

describe('many rows', () => {
  beforeAll(async () => {
    await hub.stop();
    await start({ exportRowsAlone: 2_000 });
  });

  afterAll(async () => {
    await hub.stop();
    await start();
  });

  const asService = { authorization: `Bearer ${TOKEN}` };

  it('are refused to one alone before a byte is sent, and counted once', async () => {
    executor.rows = manyRows(2_001);
    const answer = await get('/exports/UnitRows');
    expect([answer.status, reasonOf(answer), log.entries]).toEqual([403, 'EXPORT_NEEDS_APPROVAL', []]);
    expect([executor.counts, executor.pages]).toEqual([1, [null]]);
  });

  it('are given when a second person agreed', async () => {
    log.granted = true;
    executor.rows = manyRows(2_001);
    expect((await get('/exports/UnitRows?bom=0')).text.split('\r\n')).toHaveLength(2_004);
    expect([log.entries[0]?.facts.isBulk, await log.outcome()]).toEqual([true, ['COMPLETE', 2_001]]);
  });

  it('are as many as one may take alone, and not counted when they are one page', async () => {
    executor.rows = manyRows(2_000);
    expect((await get('/exports/UnitRows')).status).toBe(200);
    expect(executor.counts).toBe(1);
    executor.rows = manyRows(999);
    expect((await get('/exports/UnitRows')).status).toBe(200);
    expect(executor.counts).toBe(1);
  });

  it('that came after they were counted are cut off', async () => {
    executor.rows = manyRows(2_500);
    executor.total = 2_000;
    await expect(get('/exports/UnitRows')).rejects.toThrow();
    expect(await log.outcome()).toEqual(['FAILED', 2_000]);
  });

  it('of a list that comes as a whole are counted as they are', async () => {
    await hub.stop();
    await start({ exportRowsAlone: 0 });
    expect(reasonOf(await get('/exports/Totals?year=2026'))).toBe('EXPORT_NEEDS_APPROVAL');
    await hub.stop();
    await start({ exportRowsAlone: 2_000 });
  });

  it('are given to a program, whose documents two administrators approved', async () => {
    executor.rows = manyRows(2_500);
    const answer = await get('/exports/UnitRows?bom=0', asService);
    expect(answer.text.trimEnd().split('\r\n')).toHaveLength(2_501);
    expect([executor.counts, log.entries[0]?.facts.isBulk]).toEqual([0, false]);
  });
});

it('counts the same variables as the same, however they come', async () => {
  await get('/exports/UnitRows?nature=X&limit=1');
  const body = JSON.stringify({ variables: { limit: 1, nature: 'X' } });
  const headers = { ...bearer, 'content-type': 'application/json' };
  await hub.send({ method: 'POST', path: '/exports/UnitRows', body, headers });
  const [first, second] = log.entries.map(({ facts }) => facts.variablesDigest);
  expect([first, log.entries.length]).toEqual([second, 2]);
});

/** A client that asks and reads only when it is told to. */
async function slowClient(path: string): Promise<RawClient> {
  const client = await RawClient.open(hub.port);
  client.pause();
  client.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: ${bearer.authorization}\r\n\r\n`);
  return client;
}

const settled = async () => {
  for (let before = -1; before !== executor.pages.length; ) {
    before = executor.pages.length;
    for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }
  return executor.pages.length;
};

it('asks for a page only when the client has taken the one before, and for none when it leaves', async () => {
  executor.rows = wideRows();
  const client = await slowClient('/exports/UnitRows');
  while (executor.pages.length === 0) await new Promise((resolve) => setImmediate(resolve));
  const before = await settled();
  // Of a hundred pages, what fits between the two of them: buffers of the system, not the export.
  expect(before).toBeLessThanOrEqual(3);
  client.hangUp();
  expect(await log.outcome()).toEqual(['CANCELLED', expect.any(Number)]);
  expect(await settled()).toBeLessThanOrEqual(before + 1);
});

it('cuts a client off that does not take its page in time', async () => {
  await hub.stop();
  await start({ slowReaderMs: 100 });
  executor.rows = wideRows();
  const client = await slowClient('/exports/UnitRows');
  while (log.entries.length === 0) await new Promise((resolve) => setImmediate(resolve));
  expect(await log.outcome()).toEqual(['CANCELLED', expect.any(Number)]);
  client.hangUp();
  await hub.stop();
  await start();
});

it('ends with a cut connection when a page fails, and says so in NDJSON', async () => {
  executor.rows = manyRows(2_500);
  executor.onPage = (after) => {
    if (after === '1000') throw new Error('subgraph is down');
  };
  await expect(get('/exports/UnitRows')).rejects.toThrow();
  expect(await log.outcome()).toEqual(['FAILED', 1_000]);
  log.entries = [];
  const client = await RawClient.open(hub.port);
  client.write(
    `GET /exports/UnitRows?format=ndjson HTTP/1.1\r\nHost: x\r\nAuthorization: ${bearer.authorization}\r\n\r\n`,
  );
  await client.closed;
  expect(client.received.slice(-300)).toMatch(/\{"error":\{"reason":"UNAVAILABLE".*"requestId":"[0-9a-f-]{36}"\}\}\n/);
  expect(client.received.endsWith('0\r\n\r\n')).toBe(false);
});

it('answers with the failure when the first page fails', async () => {
  executor.onPage = () => {
    throw new Error('subgraph is down');
  };
  const answer = await get('/exports/UnitRows');
  expect([answer.status, answer.json.errors[0].extensions.code]).toEqual([503, 'UNAVAILABLE']);
});

it.each([
  [
    'the session ends',
    () => {
      hub.session = null;
    },
  ],
  [
    'the person acts under another post',
    () => {
      hub.session = { ...CLERK, postId: CLERK.unitId };
    },
  ],
])('stops between two pages when %s', async (_, change) => {
  executor.rows = manyRows(2_500);
  executor.onPage = (after) => {
    if (after !== '1000') return;
    change();
    hub.clock.advance(5_000);
  };
  await expect(get('/exports/UnitRows')).rejects.toThrow();
  expect(await log.outcome()).toEqual(['FAILED', 2_000]);
  expect(executor.pages).toEqual([null, '1000']);
});

it('stops between two pages when the token is revoked', async () => {
  executor.rows = manyRows(2_500);
  executor.onPage = (after) => {
    if (after !== '1000') return;
    token = null;
    hub.gateway.forgetServiceTokens();
  };
  await expect(get('/exports/UnitRows', { authorization: `Bearer ${TOKEN}` })).rejects.toThrow();
  expect(await log.outcome()).toEqual(['FAILED', 2_000]);
});

it('takes as many at once as it may, and one more when one is done', async () => {
  executor.rows = wideRows();
  const clients = [await slowClient('/exports/UnitRows'), await slowClient('/exports/UnitRows')];
  while (log.entries.length < 2) await new Promise((resolve) => setImmediate(resolve));
  const answer = await get('/exports/Totals?year=1');
  expect([answer.status, reasonOf(answer)]).toEqual([503, 'EXPORT_BUSY']);
  for (const client of clients) client.hangUp();
  while (log.entries.some((each) => each.outcome === null)) await new Promise((resolve) => setImmediate(resolve));
  expect((await get('/exports/Totals?year=1')).status).toBe(200);
});
