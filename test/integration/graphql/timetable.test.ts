import { IdFactory, systemClock } from '@hub/core';
import { openSubgraph, type Subgraph } from '@hub/graphql';
import { AUDIT_TIMETABLE, defineJob, implementJob, type Schedule } from '@hub/jobs';
import { z } from 'zod';

import { createTestDatabase, type TestDatabase } from '../../support';
import { TEST_SETTINGS } from '../../support/settings';
import { subgraphNamed } from '../../support/subgraphs';

const water = defineJob({ name: 'water-flowers', payload: z.object({}) });
const watering: Schedule = { id: 'water-flowers', cron: '0 7 * * *', definition: water, payload: {} };

describe('a subgraph with a timetable of its own', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const open = (timetable: readonly Schedule[]) => {
    const dues = subgraphNamed('dues');
    const subgraph: Subgraph = { ...dues, jobs: () => [implementJob(water, async () => undefined)], timetable };
    return openSubgraph(subgraph, {
      databaseUrl: database.urlFor('dues'),
      settings: { ...TEST_SETTINGS, auditDir: '.unused' },
      clock: systemClock,
      ids: new IdFactory(systemClock),
      reportFault: (error) => {
        throw error;
      },
    });
  };

  it('keeps it beside the one every subgraph has', async () => {
    const subgraph = await open([watering]);
    expect(subgraph.timetable).toEqual([...AUDIT_TIMETABLE, watering]);
    expect(subgraph.jobs.map(({ name }) => name)).toContain('water-flowers');
    await subgraph.close();
  });

  it('is not opened when it would put out a schedule of the trail', async () => {
    await expect(open([{ ...watering, id: 'audit-verify' }])).rejects.toMatchObject({ reason: 'SCHEDULE_TWICE' });
  });
});
