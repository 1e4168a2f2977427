import { pageRequest } from '@hub/core';
import { type Connection, defineLoader, PageArgs, toConnection } from '@hub/graphql';
import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';

import { registeredDocumentsById } from '../data/registered-document.read-model';
import type { DocumentState } from '../domain/registered-document';
import { serviceError } from '../domain/service.errors';
import { approveDocument, rejectDocument, retireDocument } from '../usecases/decide-document';
import { readRegisteredDocuments } from '../usecases/read-services';
import { registerDocument } from '../usecases/register-document';
import type { OrganizationHubContext } from './hub-context';
import {
  RegisteredDocument,
  RegisteredDocumentConnection,
  RegisteredDocumentStateEnum,
  toRegisteredDocument,
} from './registered-document.type';
import { RegisterDocumentInput, RegisteredDocumentInput, RejectDocumentInput } from './service.input';

const documentLoader = defineLoader(registeredDocumentsById);

async function showDocument(
  ctx: OrganizationHubContext,
  { registrationId }: { readonly registrationId: string },
): Promise<RegisteredDocument> {
  const row = await documentLoader.load(ctx, registrationId);
  if (row === null) throw serviceError('DOCUMENT_NOT_REGISTERED');
  return toRegisteredDocument(row);
}

/** Documents that are let in while the hub runs: one administrator writes, another approves. */
@Resolver()
export class RegisteredDocumentResolver {
  @Query(() => RegisteredDocumentConnection, {
    description: '登记的可信查询（工委管理员）。错误：ROLE_NOT_ALLOWED。',
  })
  async registeredDocuments(
    @Arg('states', () => [RegisteredDocumentStateEnum], { nullable: true }) states: DocumentState[] | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Connection<RegisteredDocument>> {
    return toConnection(await readRegisteredDocuments(ctx, states ?? null, pageRequest(page)), toRegisteredDocument);
  }

  @Mutation(() => RegisteredDocument, {
    description:
      '登记可信查询，待另一名管理员批准（工委管理员）。错误：ROLE_NOT_ALLOWED、DOCUMENT_NAME、SERVICE_TEXT、DOCUMENT_TEXT、DOCUMENT_INVALID、DOCUMENT_NOT_QUERY、DOCUMENT_TOO_COSTLY、DOCUMENT_NAME_RESERVED、DOCUMENT_PENDING、DOCUMENT_TEXT_TAKEN。',
  })
  async registerDocument(
    @Arg('input', () => RegisterDocumentInput) input: RegisterDocumentInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<RegisteredDocument> {
    return showDocument(ctx, await registerDocument(ctx, input));
  }

  @Mutation(() => RegisteredDocument, {
    description:
      '批准可信查询：不能是登记人本人；同名的旧查询随即停用。错误：ROLE_NOT_ALLOWED、APPROVER_IS_AUTHOR、DOCUMENT_NOT_REGISTERED、STALE_VERSION、DOCUMENT_STATE。',
  })
  async approveDocument(
    @Arg('input', () => RegisteredDocumentInput) input: RegisteredDocumentInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<RegisteredDocument> {
    return showDocument(ctx, await approveDocument(ctx, input));
  }

  @Mutation(() => RegisteredDocument, {
    description:
      '不批准可信查询。错误：ROLE_NOT_ALLOWED、SERVICE_TEXT、DOCUMENT_NOT_REGISTERED、STALE_VERSION、DOCUMENT_STATE。',
  })
  async rejectDocument(
    @Arg('input', () => RejectDocumentInput) input: RejectDocumentInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<RegisteredDocument> {
    return showDocument(ctx, await rejectDocument(ctx, input));
  }

  @Mutation(() => RegisteredDocument, {
    description:
      '停用可信查询，数秒内生效。错误：ROLE_NOT_ALLOWED、DOCUMENT_NOT_REGISTERED、STALE_VERSION、DOCUMENT_STATE。',
  })
  async retireDocument(
    @Arg('input', () => RegisteredDocumentInput) input: RegisteredDocumentInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<RegisteredDocument> {
    return showDocument(ctx, await retireDocument(ctx, input));
  }
}
