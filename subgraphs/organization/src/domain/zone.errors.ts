import { defineErrors } from '@hub/core';

export const zoneError = defineErrors({
  /** Thrown when a zone id does not exist for this actor, or the zone is no longer in use. */
  ZONE_NOT_FOUND: { kind: 'NOT_FOUND', message: '片区不存在或已停用。' },
  /** Thrown when a zone of the committee already has the name. */
  ZONE_NAME_TAKEN: { kind: 'CONFLICT', message: '已有名为「{name}」的片区。' },
  /** Thrown when a year before this one, or after the next, is assigned: past years are history. */
  ZONE_YEAR: { kind: 'BAD_USER_INPUT', message: '只能安排本年或下一年的片区。' },
  /** Thrown when an assignment names units that do not exist or are dissolved. */
  ZONE_UNITS_INVALID: { kind: 'BAD_USER_INPUT', message: '有 {count} 个单位不存在或已撤销。' },
});
