import { type EventPayload, eventKey, organizationChanged } from '@hub/contracts';

import { jobRun, type TestWorld } from '../../support';

export type ToldOrganization = EventPayload<typeof organizationChanged>;

type Named = Pick<ToldOrganization, 'committeeId' | 'organizationId' | 'unitId'>;

/** Tells a subgraph how an organisation stands now, as the job of the event does; what is not said is as at its beginning. */
export async function tellOrganization(
  world: TestWorld,
  subgraph: string,
  { committeeId, organizationId, unitId }: Named,
  change: Partial<ToldOrganization> = {},
): Promise<void> {
  const job = world.subgraph(subgraph).jobs.find(({ name }) => name === eventKey(organizationChanged));
  if (!job) throw new Error(`${subgraph} does not hear of organisations`);
  const payload: ToldOrganization = {
    committeeId,
    organizationId,
    unitId,
    name: '机关党委',
    kind: 'ORGAN_COMMITTEE',
    affiliationPath: [organizationId],
    guidanceId: null,
    active: true,
    dissolved: false,
    version: 1,
    ...change,
  };
  const id = world.ids.next();
  const at = world.clock.now();
  await job.run(
    { id, committeeId, aggregateId: organizationId, createdAt: at.toISOString(), payload },
    jobRun(`ob-${id}`, at),
  );
}
