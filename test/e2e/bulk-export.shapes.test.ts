import { DEMO_PASSWORD, unitLogin } from '@hub/infra/seed/organization';

import { type ClientError, createTestHub, type HubClient, shapesOfRun, type TestHub, trustedText } from '../support';
import { endedExports, exportLog } from './desks/export-log';

// 批量导出, through every layer, by the documents that production has: what one person may not take alone leaves the hub
// when a second one agreed, once.

/** Fewer than the committee has units. */
const ROWS_ALONE = 30;
const UNITS = 76;

let hub: TestHub;
let asking: HubClient;
let second: HubClient;
let auditor: HubClient;

jest.setTimeout(180_000);

interface Grant {
  readonly id: string;
  readonly version: number;
}

const take = (path = '/exports/UnitRows?bom=0') => asking.fetchPath(path);

/** The refusal, which is the whole answer: no row has left. */
async function refusal(answer: Response): Promise<ClientError['extensions']> {
  const text = await answer.text();
  expect([answer.status, answer.headers.get('content-disposition')]).toEqual([403, null]);
  const { errors } = JSON.parse(text) as { errors: readonly [ClientError] };
  return errors[0].extensions;
}

const seen = ({ id, version }: Grant) => ({ input: { grantId: id, expectedVersion: version } });

describe.each(shapesOfRun())('in the %s shape', (shape) => {
  beforeAll(async () => {
    hub = await createTestHub({ shape, committee: true, exportRowsAlone: ROWS_ALONE });
    const sign = (login: string) => hub.signIn(login, DEMO_PASSWORD);
    asking = await sign(`${unitLogin(1)}-leader`);
    second = await sign('checker');
    auditor = await sign('auditor');
  });

  afterAll(() => hub.close());

  test('many rows leave with a second person, once, and the log names both', async () => {
    const refused = await refusal(await take());
    expect(refused.reason).toBe('EXPORT_NEEDS_APPROVAL');
    expect(await exportLog(auditor)).toEqual([]);

    const input = { ...refused.details, reason: '年终汇总' };
    const { requestExport } = await asking.data<{ requestExport: Grant }>(trustedText('RequestExport'), { input });
    expect(await asking.refusal(trustedText('ApproveExport'), seen(requestExport))).toBe('EXPORT_SECOND_PERSON');
    expect((await refusal(await take())).reason).toBe('EXPORT_NEEDS_APPROVAL');
    expect(await second.data(trustedText('ReadExportGrants'))).toMatchObject({
      exportGrants: { nodes: [{ id: requestExport.id, state: 'REQUESTED', requestedByName: '演示·负责人001' }] },
    });
    expect(await second.data(trustedText('ApproveExport'), seen(requestExport))).toMatchObject({
      approveExport: { state: 'APPROVED', decidedByName: '演示·核稿' },
    });

    const others = await refusal(await take('/exports/UnitRows?bom=0&includeDissolved=true'));
    expect(others.reason).toBe('EXPORT_NEEDS_APPROVAL');
    const answer = await take();
    const lines = (await answer.text()).split('\r\n');
    expect([answer.status, lines.length]).toEqual([200, 1 + UNITS + 2]);
    expect(lines.at(-2)).toMatch(
      /^导出人：演示·负责人001（党组织书记） 导出时间：2020-10-15 \d\d:\d\d 导出编号：[0-9a-f-]{36}$/,
    );

    expect((await refusal(await take())).reason).toBe('EXPORT_NEEDS_APPROVAL');
    expect(await endedExports(auditor)).toMatchObject([
      {
        documentName: 'UnitRows',
        actorName: '演示·负责人001',
        outcome: 'COMPLETE',
        rowCount: UNITS,
        reason: '年终汇总',
        approvedByName: '演示·核稿',
      },
    ]);
  });

  test('what one person may take alone needs nobody', async () => {
    const answer = await take('/exports/UnitRows?bom=0&nature=PUBLIC_WELFARE_ONE');
    expect(answer.status).toBe(200);
    const rows = (await answer.text()).split('\r\n').length - 3;
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThanOrEqual(ROWS_ALONE);
    expect((await endedExports(auditor))[0]).toMatchObject({ reason: null, approvedByName: null, rowCount: rows });
  });
});
