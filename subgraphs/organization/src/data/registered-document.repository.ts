import { type Hand, handOf, type Id, type PersonActor } from '@hub/core';
import { handJson, isUniqueViolation, type Transaction } from '@hub/persistence';
import { servicesChanged } from '@hub/runtime';

import type { DocumentState } from '../domain/registered-document';
import { serviceError } from '../domain/service.errors';

export interface NewDocument {
  readonly registrationId: Id;
  readonly documentId: string;
  readonly name: string;
  readonly purpose: string;
  readonly text: string;
  readonly cost: number;
}

export interface LockedDocument {
  readonly name: string;
  readonly state: DocumentState;
  readonly author: Hand;
  readonly version: number;
}

interface Person {
  readonly accountId: Id;
  readonly displayName: string;
}

export class RegisteredDocumentRepository {
  constructor(private readonly tx: Transaction) {}

  async insert(document: NewDocument, author: PersonActor): Promise<void> {
    const { registrationId, documentId, name, purpose, text, cost } = document;
    const { committeeId, now } = this.tx;
    const { accountId, postId, principalAccountId } = handOf(author);
    const by = [accountId, author.displayName];
    try {
      await this.tx.execute(
        `insert into organization.registered_document
           (committee_id, registration_id, document_id, name, purpose, text, cost, state,
            author_account_id, author_name, registered_at, author_post_id, author_principal_id)
         values ($1, $2, $3, $4, $5, $6, $7, 'PENDING', $8, $9, $10, $11, $12)`,
        [committeeId, registrationId, documentId, name, purpose, text, cost, ...by, now, postId, principalAccountId],
      );
    } catch (error) {
      if (isUniqueViolation(error, 'registered_document_name')) throw serviceError('DOCUMENT_PENDING', { name });
      if (isUniqueViolation(error, 'registered_document_text')) throw serviceError('DOCUMENT_TEXT_TAKEN');
      throw error;
    }
  }

  async lock(registrationId: Id): Promise<LockedDocument | null> {
    const [row] = await this.tx.query<LockedDocument>(
      `select name, state, ${handJson('author')} as author, version
       from organization.registered_document where committee_id = $1 and registration_id = $2 for update`,
      [this.tx.committeeId, registrationId],
    );
    return row ?? null;
  }

  async decide(registrationId: Id, state: DocumentState, by: PersonActor, note: string | null): Promise<void> {
    const { now } = this.tx;
    const { accountId, postId, principalAccountId } = handOf(by);
    await this.tx.execute(
      `update organization.registered_document
       set state = $3, decided_by_account_id = $4, decided_by_name = $5, decided_at = $6, decision_note = $7,
           decided_by_post_id = $8, decided_by_principal_id = $9, version = version + 1
       where committee_id = $1 and registration_id = $2`,
      [this.tx.committeeId, registrationId, state, accountId, by.displayName, now, note, postId, principalAccountId],
    );
    this.#tell();
  }

  async retire(registrationId: Id, by: Person): Promise<void> {
    await this.#retire('registration_id = $2', registrationId, by);
  }

  /** The document whose place a newly approved one of its name takes. */
  async supersede(name: string, by: Person): Promise<void> {
    await this.#retire(`name = $2 and state = 'APPROVED'`, name, by);
  }

  async #retire(which: string, value: string, by: Person): Promise<void> {
    await this.tx.execute(
      `update organization.registered_document
       set state = 'RETIRED', retired_by_account_id = $3, retired_by_name = $4, retired_at = $5, version = version + 1
       where committee_id = $1 and ${which}`,
      [this.tx.committeeId, value, by.accountId, by.displayName, this.tx.now],
    );
    this.#tell();
  }

  /** Gateways remember documents for a moment. */
  #tell(): void {
    this.tx.signal(servicesChanged, { committees: [this.tx.committeeId] });
  }
}
