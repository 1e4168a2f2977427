/** 签收 as other rooms know it. */
export interface Signature {
  readonly acknowledgedAt: string | null;
  readonly onTime: boolean;
}

/** On time is what was signed by the limit, to the instant; a receipt without a limit has nothing to be on time for. */
export function signatureOf(acknowledgedAt: Date | null, dueAt: Date | null): Signature {
  return {
    acknowledgedAt: acknowledgedAt?.toISOString() ?? null,
    onTime: acknowledgedAt !== null && dueAt !== null && acknowledgedAt <= dueAt,
  };
}
