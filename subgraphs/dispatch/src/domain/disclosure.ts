/** 公开属性 of a paper that is not classified: published, given on request, or kept. */
export const DISCLOSURES = ['PROACTIVE', 'ON_REQUEST', 'WITHHELD'] as const;

export type Disclosure = (typeof DISCLOSURES)[number];
