import { DomainError, type Id, type PersonActor } from '@hub/core';

import { assignNumber } from '../../../subgraphs/dispatch/src/usecases/assign-number';
import { cancelDocument } from '../../../subgraphs/dispatch/src/usecases/cancel-document';
import type { DocumentResult } from '../../../subgraphs/dispatch/src/usecases/document-step';
import { reserveNumbers } from '../../../subgraphs/dispatch/src/usecases/reserve-numbers';
import { returnDocument } from '../../../subgraphs/dispatch/src/usecases/return-document';
import { voidNumber } from '../../../subgraphs/dispatch/src/usecases/void-number';
import type { Context } from '../../integration/dispatch/office';
import { someId, type TestWorld } from '../../support';
import { insist } from '../insist';

/** What becomes of a paper, or happens beside it. */
export const DECISIONS = ['NUMBER', 'NUMBER_AND_VOID', 'NUMBER_AND_CANCEL', 'RESERVE_FIRST', 'USE_A_FREE_ONE'] as const;

export type Decision = (typeof DECISIONS)[number];

const of = ({ documentId, version }: DocumentResult) => ({ documentId, expectedVersion: version });

/** Numbers papers over connections that break, and asks again under the same key until there is an answer. */
export class Registrar {
  constructor(
    private readonly world: TestWorld,
    private readonly person: PersonActor,
    private readonly seriesId: Id,
  ) {}

  async handle(paper: DocumentResult, decision: Decision): Promise<void> {
    if (decision === 'RESERVE_FIRST') await this.#reserve();
    const numbered = decision === 'USE_A_FREE_ONE' ? await this.#useFreeNumber(paper) : await this.#number(paper);
    if (decision === 'NUMBER_AND_CANCEL') {
      await this.#insist((ctx) => cancelDocument(ctx, { ...of(numbered), opinion: '不再发文' }));
    }
    if (decision === 'NUMBER_AND_VOID') await this.#giveBack(numbered);
  }

  #number(paper: DocumentResult): Promise<DocumentResult> {
    return this.#insist((ctx) => assignNumber(ctx, of(paper)));
  }

  async #reserve(): Promise<void> {
    const input = { seriesId: this.seriesId, year: 2020, count: 2, reason: '年度表彰' };
    await this.#insist((ctx) => reserveNumbers(ctx, input));
  }

  async #giveBack(paper: DocumentResult): Promise<void> {
    const returned = await this.#insist((ctx) => returnDocument(ctx, { ...of(paper), opinion: '暂缓' }));
    await this.#insist((ctx) => voidNumber(ctx, { ...of(returned), reason: '暂缓' }));
  }

  /** Others may be quicker: then the paper takes its turn. */
  async #useFreeNumber(paper: DocumentResult): Promise<DocumentResult> {
    const [free] = await this.world.database.query<{ sequence: number }>(
      `select sequence from dispatch.number_register
       where series_id = $1 and status in ('RESERVED', 'VOIDED') order by random() limit 1`,
      [this.seriesId],
    );
    if (!free) return this.#number(paper);
    const documentNumber = `焦直文〔2020〕${free.sequence}号`;
    try {
      return await this.#insist((ctx) => assignNumber(ctx, { ...of(paper), documentNumber, reason: '续用' }));
    } catch (error) {
      if (error instanceof DomainError && error.reason === 'NUMBER_TAKEN') return this.#number(paper);
      throw error;
    }
  }

  #insist<T>(act: (ctx: Context) => Promise<T>): Promise<T> {
    const ctx = this.world.context('dispatch', this.person, { idempotencyKey: someId() }) as Context;
    return insist(() => act(ctx));
  }
}
