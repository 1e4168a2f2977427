import { defineJob } from '@hub/jobs';
import { z } from 'zod';

export const takeForever = defineJob({ name: 'take-forever', payload: z.object({}) });

/** Short, so that a test need not wait half a minute for a lost worker to be noticed. */
export const STALLED_INTERVAL_MS = 500;
