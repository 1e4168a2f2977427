import type { Id } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { organizationNames } from '../data/directory.read-model';
import { NumberSeriesRepository } from '../data/number-series.repository';
import type { DocumentKind } from '../domain/document-kind';
import { assertPrefix } from '../domain/number-series';
import { recordError } from '../domain/record.errors';
import { seriesPolicy } from '../domain/series.policy';
import { assertSteps, DEFAULT_STEPS, type SeriesStep } from '../domain/series-step';
import type { DispatchContext } from './context';

export interface CreateNumberSeriesInput {
  /** 机关代字. */
  readonly prefix: string;
  readonly name: string;
  readonly issuerOrganizationId: Id;
  readonly kinds: readonly DocumentKind[];
  /** Left out: check, approval, recheck, number. */
  readonly steps?: readonly SeriesStep[] | null;
  readonly sealName?: string | null;
}

/** 设立发文号序列: the committee, its office and its discipline work committee number their papers apart. */
export async function createNumberSeries(ctx: DispatchContext, input: CreateNumberSeriesInput): Promise<Id> {
  const person = requirePerson(ctx);
  seriesPolicy.assertMay(person, 'create', person);
  assertPrefix(input.prefix);
  const steps = input.steps ?? DEFAULT_STEPS;
  assertSteps(steps);
  return ctx.command('createNumberSeries', input, async (tx) => {
    const { issuerOrganizationId, kinds, name, prefix, sealName = null } = input;
    const issuerName = (await organizationNames(tx, [issuerOrganizationId])).get(issuerOrganizationId);
    if (issuerName === undefined) throw recordError('ORGANIZATION_NOT_FOUND');
    const seriesId = ctx.ids.next();
    const series = { prefix, name, issuerOrganizationId, issuerName, kinds, steps, sealName, active: true };
    const { committeeId } = tx;
    await new NumberSeriesRepository(tx).insert({ ...series, committeeId, seriesId, version: 1 });
    tx.audit({ action: 'createNumberSeries', objectType: 'numberSeries', objectId: seriesId, after: series });
    return seriesId;
  });
}
