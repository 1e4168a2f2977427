import { Client } from 'pg';

import { ask, PLEDGED } from '../../e2e/desks/reporting';
import { startBenchHub } from '../hub/bench-hub';
import { median, print, printRatio } from '../world/timing';
import { lostOf } from './kept';
import { type ManyUnits, openManyUnits } from './many-units';
import { heading } from './turns';

const UNITS = 200;
const ROUNDS = 3;
/** Handing in against saving, which writes one row: it makes known what the report says in seven places. */
const BAR = 3;

const FIELDS = [
  { key: 'held', label: '召开次数', type: 'NUMBER', required: true },
  { key: 'body', label: '正文', type: 'TEXT', maxLength: 500 },
];

interface Burst {
  readonly perSecond: number;
  readonly median: number;
}

interface Round {
  readonly saving: Burst;
  readonly handingIn: Burst;
  readonly lost: readonly string[];
}

/** Two hundred units save at once, then hand in at once, through the port of a hub that `npm start` would make. */
export async function benchHandingIn(): Promise<void> {
  const hub = await startBenchHub();
  const owner = new Client({ connectionString: hub.ownerUrl });
  await owner.connect();
  try {
    const committee = await openManyUnits(hub.url, owner, UNITS);
    const template = await publish(committee);
    heading(`${UNITS} 个单位同时报送，${ROUNDS} 轮`);
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await handInAll(committee, template, owner));
    report(rounds);
  } finally {
    await owner.end();
    await hub.stop();
  }
}

interface Template {
  readonly id: string;
  readonly currentNumber: number;
}

const publish = ({ office }: ManyUnits) =>
  ask<Template>(office.checker, 'PublishReportTemplate', {
    input: { name: '党建工作月报（性能）', kind: 'MONTHLY', signatureNeeded: false, minutes: 15, fields: FIELDS },
  });

async function handInAll({ office, desks, audience }: ManyUnits, template: Template, owner: Client): Promise<Round> {
  const { id: taskId } = await ask<{ id: string }>(office.clerk, 'OpenReportTask', {
    input: {
      kind: 'MONTHLY',
      title: '10月份党建工作月报',
      periodKey: '2020-10',
      templateId: template.id,
      templateVersion: template.currentNumber,
      audience,
      duplicateReason: '各轮口径不同',
    },
  });
  const { rows } = await owner.query<{ id: string; organization: string; version: number }>(
    'select report_id as id, organization_id as organization, version from reports.report where task_id = $1',
    [taskId],
  );
  const owed = desks.map(({ client, organizationId }) => {
    const found = rows.find(({ organization }) => organization === organizationId);
    if (!found) throw new Error(`nothing is asked of ${organizationId}`);
    return { client, reportId: found.id, expectedVersion: found.version };
  });
  const saving = await atOnce(
    owed.map(({ client, ...of }, index) => async () => {
      const fields = [
        { key: 'held', number: String(index + 1) },
        { key: 'body', text: `本单位召开党员大会${index + 1}次。` },
      ];
      const { version } = await ask<{ version: number }>(client, 'SaveReport', { input: { ...of, fields } });
      owed[index] = { client, ...of, expectedVersion: version };
    }),
  );
  const handingIn = await atOnce(
    owed.map(({ client, ...of }) => async () => {
      await ask(client, 'SubmitReport', { input: { ...of, ...PLEDGED } });
    }),
  );
  return { saving, handingIn, lost: await lostOf(owner, taskId, desks.length) };
}

async function atOnce(acts: readonly (() => Promise<void>)[]): Promise<Burst> {
  const start = performance.now();
  const times = await Promise.all(
    acts.map(async (act) => {
      await act();
      return performance.now() - start;
    }),
  );
  return { perSecond: (acts.length / Math.max(...times)) * 1000, median: median(times) };
}

function report(rounds: readonly Round[]): void {
  for (const act of ['saving', 'handingIn'] as const) {
    const [rate, time] = [
      median(rounds.map((round) => round[act].perSecond)),
      median(rounds.map((round) => round[act].median)),
    ];
    print(`  ${act === 'saving' ? '暂存' : '报送'}：每秒 ${rate.toFixed(0)} 次，半数在 ${time.toFixed(0)} 毫秒内答复`);
  }
  const ratio = median(rounds.map(({ saving, handingIn }) => saving.perSecond / handingIn.perSecond));
  printRatio('报送与暂存耗时之比', ratio, `≤ ${BAR}`, ratio <= BAR);
  const lost = rounds.flatMap((round) => round.lost);
  printRatio(`缺失或多出的（${lost.join('，') || '无'}）`, lost.length, '0', lost.length === 0);
}
