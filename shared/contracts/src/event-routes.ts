import type { EventDefinition } from './define-event';
import { documentIssued, receiptChanged, signaturesChanged } from './dispatch.events';
import { noticeRequested, noticesSettled } from './notice.events';
import { groupChanged, memberCountsReported, organizationChanged, unitChanged } from './organization.events';
import { reportChanged } from './reports.events';
import { calendarChanged, laddersChanged } from './time-rules.events';

/** Event names with their version, as jobs and routes know them: rows of an old version may still wait. */
export type EventKey = `${string}@${number}`;

export function eventKey(event: Pick<EventDefinition, 'name' | 'version'>): EventKey {
  return `${event.name}@${event.version}`;
}

export type EventRoutes = ReadonlyMap<EventKey, readonly string[]>;

const route = (event: EventDefinition, ...subscribers: string[]): [EventKey, readonly string[]] => [
  eventKey(event),
  subscribers,
];

/**
 * Which subgraphs listen to which event. It stands here and not with the listeners, because a relay that runs alone
 * must know it without importing another subgraph; a listener that disagrees with it refuses to start.
 */
export const EVENT_ROUTES: EventRoutes = new Map([
  route(unitChanged, 'dispatch', 'reports', 'approvals', 'dues'),
  route(organizationChanged, 'dispatch', 'reports', 'approvals', 'dues'),
  route(groupChanged, 'dispatch', 'reports', 'approvals', 'dues'),
  route(documentIssued, 'reports'),
  route(receiptChanged, 'reports'),
  route(signaturesChanged, 'reports'),
  route(memberCountsReported, 'reports'),
  route(calendarChanged, 'dispatch', 'reports', 'approvals', 'dues'),
  route(laddersChanged, 'dispatch', 'reports', 'approvals', 'dues'),
  route(noticeRequested, 'organization'),
  route(reportChanged, 'reports'),
  route(noticesSettled, 'organization'),
]);
