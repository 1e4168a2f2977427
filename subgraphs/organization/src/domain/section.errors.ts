import { defineErrors } from '@hub/core';

export const sectionError = defineErrors({
  /** Thrown when a section of the organisation already has the name. */
  SECTION_NAME_TAKEN: { kind: 'CONFLICT', message: '该党组织已有名为「{name}」的部室。' },
  /** Thrown when a section id does not exist in the organisation. */
  SECTION_NOT_FOUND: { kind: 'NOT_FOUND', message: '部室不存在。' },
});
