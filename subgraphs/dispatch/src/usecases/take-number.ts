import { handOf, type PersonActor } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { DocumentEntity } from '../data/document.entity';
import { DocumentRepository } from '../data/document.repository';
import { EconomyRepository } from '../data/economy.repository';
import { NumberRegisterRepository } from '../data/number-register.repository';
import { documentError } from '../domain/document.errors';
import type { DocumentNumber } from '../domain/document-number';
import { assertEconomy } from '../domain/economy';
import {
  allocateNumber,
  assertBackfill,
  type NumberCounter,
  type NumberWish,
  numberingYear,
} from '../domain/number-allocation';
import { requestedSequence } from '../domain/printed-number';
import type { LockedDocument } from './document-step';
import { voidHeldNumber } from './held-number';

export interface NumberRequest {
  /** The number the registrar expects or wants, in full; the next one in its turn when left out. */
  readonly documentNumber?: string | null;
  /** Why a reserved number or a 空号 is taken, or why a paper is dated before the latest of its series. */
  readonly reason?: string | null;
}

/** The number the paper holds already, or a new one of its series and year. */
export async function takeNumber(
  tx: Transaction,
  person: PersonActor,
  { document, series }: LockedDocument,
  request: NumberRequest,
): Promise<DocumentNumber> {
  const writtenOn = signedDate(document);
  const year = numberingYear(writtenOn);
  const { prefix } = series;
  // A paper that was sent back after its registration comes again under its own number.
  if (document.numberYear === year && document.numberSequence !== null) {
    return { prefix, year, sequence: document.numberSequence };
  }
  await voidHeldNumber(tx, person, document, '成文年度变更');
  const register = new NumberRegisterRepository(tx, series.seriesId, year);
  const counter = await register.lockCounter();
  assertBackfill(counter, writtenOn, await backfillOf(tx, document, person, request));
  const wish = await readWish(register, counter, request, { prefix, year });
  const allocation = allocateNumber(counter, wish, { documentId: document.documentId, writtenOn });
  await countInYear(tx, year);
  await register.write([allocation.entry], person);
  await register.writeCounter(allocation.counter);
  return { prefix, year, sequence: allocation.entry.sequence };
}

/** A number can only be asked for a signed paper; the state table has seen to that. */
function signedDate({ documentId, writtenOn }: DocumentEntity): string {
  if (writtenOn === null) throw documentError('NUMBER_WITHOUT_APPROVAL', { documentId });
  return writtenOn;
}

/** The signer set the earlier date and the registrar confirms it: two persons. */
async function backfillOf(
  tx: Transaction,
  { approverAccountId, documentId }: DocumentEntity,
  person: PersonActor,
  { reason }: NumberRequest,
): Promise<Parameters<typeof assertBackfill>[2]> {
  const signer = approverAccountId === null ? null : await new DocumentRepository(tx).lastHand(documentId, 'APPROVE');
  return reason && signer ? { reason, requestedBy: signer, confirmedBy: handOf(person) } : null;
}

async function readWish(
  register: NumberRegisterRepository,
  { lastSequence }: NumberCounter,
  { documentNumber, reason }: NumberRequest,
  series: { readonly prefix: string; readonly year: number },
): Promise<NumberWish> {
  if (!documentNumber) return { kind: 'NEXT' };
  const sequence = requestedSequence(documentNumber, series);
  if (sequence === lastSequence + 1) return { kind: 'NEXT' };
  const entry = await register.find(sequence);
  if (entry === null) throw documentError('NUMBER_NOT_AVAILABLE', { sequence });
  return { kind: 'HELD', entry, reason: reason ?? '' };
}

async function countInYear(tx: Transaction, year: number): Promise<void> {
  const economy = new EconomyRepository(tx);
  const { explanation, ...counts } = await economy.lock(year);
  assertEconomy(counts, explanation);
  await economy.count(year, 1);
}
