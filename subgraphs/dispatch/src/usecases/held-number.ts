import type { Id, PersonActor } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { DocumentEntity } from '../data/document.entity';
import { EconomyRepository } from '../data/economy.repository';
import { NumberRegisterRepository } from '../data/number-register.repository';
import { documentError } from '../domain/document.errors';
import { type NumberEntry, releaseNumber, voidNumber } from '../domain/number-allocation';

type NumberedDocument = Pick<DocumentEntity, 'seriesId' | 'numberYear' | 'numberSequence'>;

export const NO_NUMBER = { numberYear: null, numberSequence: null, documentNumber: null } as const;

/** 空号: the number the document holds is explained and may go to another paper. Nothing happens without a number. */
export async function voidHeldNumber(
  tx: Transaction,
  person: PersonActor,
  document: NumberedDocument,
  reason: string,
): Promise<void> {
  const { numberSequence, numberYear, seriesId } = document;
  if (numberYear === null || numberSequence === null) return;
  await changeEntry(tx, person, { seriesId, numberYear, numberSequence }, (entry) => voidNumber(entry, reason));
  const economy = new EconomyRepository(tx);
  await economy.lock(numberYear);
  await economy.count(numberYear, -1);
}

/** The number leaves the house with the document and is used for good. */
export async function releaseHeldNumber(
  tx: Transaction,
  person: PersonActor,
  { documentId, numberSequence, numberYear, seriesId }: NumberedDocument & { readonly documentId: Id },
): Promise<void> {
  if (numberYear === null || numberSequence === null) throw documentError('ISSUE_BEFORE_READY', { documentId });
  await changeEntry(tx, person, { seriesId, numberYear, numberSequence }, releaseNumber);
}

async function changeEntry(
  tx: Transaction,
  person: PersonActor,
  held: { readonly seriesId: Id; readonly numberYear: number; readonly numberSequence: number },
  decide: (entry: NumberEntry) => NumberEntry,
): Promise<void> {
  const register = new NumberRegisterRepository(tx, held.seriesId, held.numberYear);
  const entry = await register.find(held.numberSequence);
  if (entry === null) throw documentError('NUMBER_NOT_AVAILABLE', { sequence: held.numberSequence });
  await register.write([decide(entry)], person);
}
