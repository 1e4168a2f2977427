import { DomainError, type ErrorKind } from '@hub/core';
import { UnrecoverableError } from 'bullmq';
import { z } from 'zod';

import { queueError } from './retry-policy';

describe('a failed job', () => {
  it.each<[ErrorKind, boolean]>([
    ['BAD_USER_INPUT', false],
    ['UNAUTHENTICATED', false],
    ['FORBIDDEN', false],
    ['CONFLICT', false],
    ['NOT_FOUND', true],
    ['UNAVAILABLE', true],
  ])('of a refusal %s is tried again: %s', (kind, again) => {
    const error = queueError(new DomainError(kind, 'SOME_REASON', '不行'));
    expect(error instanceof UnrecoverableError).toBe(!again);
    expect(String(error)).toContain('不行');
  });

  it('of a payload that does not parse is not tried again', () => {
    const { error } = z.object({ id: z.uuid() }).safeParse({ id: 'x' });
    expect(queueError(error)).toBeInstanceOf(UnrecoverableError);
  });

  it('of a fault is tried again as it is', () => {
    const fault = new Error('connection lost');
    expect(queueError(fault)).toBe(fault);
  });

  it('keeps the refusal as the cause', () => {
    const refusal = new DomainError('CONFLICT', 'SOME_REASON', '不行');
    expect(queueError(refusal)).toMatchObject({ cause: refusal });
  });
});
