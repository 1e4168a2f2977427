import type { EventDefinition, EventPayload, NoticeAddressee } from '@hub/contracts';
import { eventKey, noticeRequested, noticesSettled } from '@hub/contracts';
import type { SubgraphSettings } from '@hub/graphql';
import type { JobRun } from '@hub/jobs';
import type { RequestedNotice } from '@hub/organization';

import { jobRun } from '../../support';
import { createOrganizationWorld, type OrganizationWorld } from './organization-world';

export interface Got {
  readonly login: string;
  readonly delegated: boolean;
  readonly remark: string | null;
}

/** A world in which subgraphs ask for notices. */
export interface NoticeWorld extends OrganizationWorld {
  /** Jobs that were asked for, by their names. */
  readonly askedFor: string[];
  /** An event as its job brings it. */
  hear<E extends EventDefinition>(event: E, payload: EventPayload<E>): Promise<void>;
  /** Asks for a notice; what is not said is as in a reminder to sign. */
  notify(addressees: readonly NoticeAddressee[], change?: Partial<RequestedNotice>): Promise<RequestedNotice>;
  settle(about: RequestedNotice['about'], settledAt?: string, noticeIds?: readonly string[]): Promise<void>;
  /** Who got a notice, by their login names in order. */
  gotBy(notice: RequestedNotice): Promise<Got[]>;
}

export async function createNoticeWorld(settings: Partial<SubgraphSettings> = {}): Promise<NoticeWorld> {
  const o = await createOrganizationWorld(settings);
  const askedFor: string[] = [];
  const queue: JobRun['queue'] = {
    add: async ({ name }) => void askedFor.push(name),
    addAll: async ({ name }, requests) => void askedFor.push(...requests.map(() => name)),
  };
  const { clock, ids } = o.world;
  const hear: NoticeWorld['hear'] = async (event, payload) => {
    const job = o.world.subgraph('organization').jobs.find(({ name }) => name === eventKey(event));
    if (!job) throw new Error(`organization does not hear ${event.name}`);
    const data = {
      id: ids.next(),
      committeeId: o.committeeId,
      aggregateId: ids.next(),
      createdAt: clock.now().toISOString(),
      payload,
    };
    await job.run(data, jobRun(`ob-${data.id}`, clock.now(), queue));
  };
  return {
    ...o,
    askedFor,
    hear,
    notify: async (addressees, change = {}) => {
      const notice = reminder(o, { addressees: [...addressees], ...change });
      await hear(noticeRequested, notice);
      return notice;
    },
    settle: (about, settledAt = clock.now().toISOString(), noticeIds) =>
      hear(noticesSettled, { committeeId: o.committeeId, about, settledAt, noticeIds: noticeIds && [...noticeIds] }),
    gotBy: ({ noticeId }) =>
      o.rows<Got>(
        `select a.login_name as login, i.delegation_id is not null as delegated, i.remark
         from organization.inbox_notice i join organization.account a using (committee_id, account_id)
         where i.notice_id = $1 order by 1`,
        [noticeId],
      ),
  };
}

/** 催办 to sign a paper, of the system's own level. */
export function reminder(
  { committeeId, world: { clock, ids } }: OrganizationWorld,
  change: Partial<RequestedNotice>,
): RequestedNotice {
  return {
    committeeId,
    noticeId: ids.next(),
    kind: 'REMINDER',
    addressees: [{ to: 'OFFICE' }],
    about: { type: 'Receipt', id: `${ids.next()}.${ids.next()}`, obligation: 'ACKNOWLEDGE' },
    unitId: null,
    level: 0,
    title: '请签收：焦直文〔2020〕141号',
    body: '该文尚未签收，请于今日18时前办理。',
    outsideText: '您有一件公文待签收，请登录平台办理。',
    dueAt: '2020-10-15T10:00:00.000Z',
    urgent: false,
    channels: null,
    requestedAt: clock.now().toISOString(),
    ...change,
  };
}
