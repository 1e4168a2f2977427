import { z } from 'zod';

import { defineEvent } from './define-event';

// Snapshots, not differences: a consumer that missed one, or sees two out of order, is right again after the newest.

export const unitChanged = defineEvent(
  'organization.unit-changed',
  1,
  z.object({
    committeeId: z.uuid(),
    unitId: z.uuid(),
    name: z.string(),
    shortName: z.string().nullable(),
    nature: z.string(),
    protocolOrder: z.int(),
    zoneId: z.uuid().nullable(),
    active: z.boolean(),
    version: z.int(),
  }),
);

export const organizationChanged = defineEvent(
  'organization.organization-changed',
  1,
  z.object({
    committeeId: z.uuid(),
    organizationId: z.uuid(),
    unitId: z.uuid(),
    name: z.string(),
    kind: z.string(),
    /** Ids along the affiliation edge (隶属), from the root to the organisation itself. */
    affiliationPath: z.array(z.uuid()),
    guidanceId: z.uuid().nullable(),
    active: z.boolean(),
    /** 撤销, for good: one that is suspended is not active either, and comes back. Older events do not say it. */
    dissolved: z.boolean().default(false),
    version: z.int(),
  }),
);

export const groupChanged = defineEvent(
  'organization.group-changed',
  1,
  z.object({
    committeeId: z.uuid(),
    groupId: z.uuid(),
    name: z.string(),
    groupVersion: z.int(),
    organizationIds: z.array(z.uuid()),
  }),
);

/** 党员人数, as an organisation gives it of itself. */
export const memberCountsReported = defineEvent(
  'organization.member-counts-reported',
  1,
  z.object({
    committeeId: z.uuid(),
    organizationId: z.uuid(),
    unitId: z.uuid(),
    formalMembers: z.int().nonnegative(),
    probationaryMembers: z.int().nonnegative(),
    reportedOn: z.iso.date(),
    /** Of the organisation. */
    version: z.int(),
  }),
);
