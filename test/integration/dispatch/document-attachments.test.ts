import type { Id } from '@hub/core';

import type { DocumentResult } from '../../../subgraphs/dispatch/src/usecases/document-step';
import { authorizeDownload, requestDownload } from '../../../subgraphs/dispatch/src/usecases/download-attachment';
import { recordAttachment } from '../../../subgraphs/dispatch/src/usecases/record-attachment';
import { removeAttachment } from '../../../subgraphs/dispatch/src/usecases/remove-attachment';
import { createTestWorld, type TestWorld } from '../../support';
import { type Context, type Office, openOffice } from './office';
import { fingerprint, reasonOf } from './refusal';

let world: TestWorld;
let office: Office;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['dispatch'] });
  office = await openOffice(world);
});

afterAll(() => world.close());

const file = (fileName = '任务清单.pdf') => ({
  storageKey: 'ab/cd',
  fileName,
  mediaType: 'application/pdf',
  byteSize: 1024,
  contentDigest: 'a'.repeat(64),
});

const attach = (ctx: Context, { documentId }: DocumentResult, fileName?: string): Promise<Id> =>
  recordAttachment(ctx, { ...file(fileName), purpose: 'dispatch.attachment', targetId: documentId });

/** A paper with one file that two of the three units hold. */
const issuedWithFile = async (): Promise<Id> => {
  const first = office.units[2];
  const audience = {
    groups: [{ groupId: office.groupId, role: 'TO', duty: null } as const],
    organizations: [],
    exclusions: [first?.organizationId ?? ''],
    externals: [],
  };
  let attachmentId = '';
  const ready = await office.bringTo('ISSUE', { audience }, async (drafted) => {
    attachmentId = await attach(office.as('OFFICE_CLERK'), drafted);
  });
  await office.issue(ready);
  return attachmentId;
};

describe('a file of a paper', () => {
  test('is recorded by its drafter, and makes decisions on the paper without it stale', async () => {
    const drafted = await office.draft();
    await attach(office.as('OFFICE_CLERK'), drafted);
    await attach(office.as('OFFICE_CHECKER'), drafted, '责任清单.pdf');
    const [row] = await world.database.query(
      `select version, (select array_agg(file_name order by ordinal) from dispatch.attachment a
                        where a.document_id = d.document_id) as files
       from dispatch.document d where document_id = $1`,
      [drafted.documentId],
    );
    expect(row).toEqual({ version: 3, files: ['任务清单.pdf', '责任清单.pdf'] });
  });

  test('is not accepted from others, nor after the signature', async () => {
    const drafted = await office.draft();
    expect(await reasonOf(attach(office.as('OFFICE_REGISTRAR'), drafted))).toBe('OUTSIDE_SCOPE');
    expect(await reasonOf(attach(office.unit(0), drafted))).toBe('ROLE_NOT_ALLOWED');
    const signed = await office.bringTo('RECHECK');
    expect(await reasonOf(attach(office.as('OFFICE_CHECKER'), signed))).toBe('WRONG_STATE');
  });

  test('whose name carries a marking is turned away', async () => {
    const drafted = await office.draft();
    const kept = ['dispatch.quarantine', 'dispatch.audit', 'dispatch.audit_head'];
    const before = await fingerprint(world, kept);
    expect(await reasonOf(attach(office.as('OFFICE_CLERK'), drafted, '机密★1年 名单.pdf'))).toBe('SECRECY_MARKING');
    expect(await fingerprint(world, kept)).toBe(before);
  });

  test('of an unknown purpose belongs to nothing', async () => {
    const { documentId: targetId } = await office.draft();
    const stray = recordAttachment(office.as('OFFICE_CLERK'), { ...file(), purpose: 'dues.receipt', targetId });
    expect(await reasonOf(stray)).toBe('ATTACHMENT_PURPOSE');
  });

  test('is removed before the signature only', async () => {
    const drafted = await office.draft();
    const attachmentId = await attach(office.as('OFFICE_CLERK'), drafted);
    await removeAttachment(office.as('OFFICE_CLERK'), attachmentId);
    expect(await reasonOf(requestDownload(office.as('OFFICE_CLERK'), attachmentId))).toBe('ATTACHMENT_NOT_FOUND');
    expect(await reasonOf(removeAttachment(office.as('OFFICE_CHECKER'), await issuedWithFile()))).toBe('WRONG_STATE');
  });
});

describe('a download', () => {
  test('is for the office and for the units that hold the paper', async () => {
    const attachmentId = await issuedWithFile();
    for (const reader of [office.as('COMMITTEE_LEADER'), office.unit(0)]) {
      const { token } = await requestDownload(reader, attachmentId);
      expect(await authorizeDownload(reader, token)).toEqual({
        storageKey: 'ab/cd',
        name: '任务清单.pdf',
        contentType: 'application/pdf',
      });
    }
    expect(await reasonOf(requestDownload(office.unit(2), attachmentId))).toBe('ATTACHMENT_NOT_FOUND');
  });

  test('is not for a unit before the paper is issued', async () => {
    const attachmentId = await attach(office.as('OFFICE_CLERK'), await office.draft());
    expect(await reasonOf(requestDownload(office.unit(0), attachmentId))).toBe('ATTACHMENT_NOT_FOUND');
  });

  test('ends with its minute, and is of no use in another session', async () => {
    const attachmentId = await issuedWithFile();
    const unit = office.unit(0);
    const { token } = await requestDownload(unit, attachmentId);
    expect(await reasonOf(authorizeDownload(office.unit(0), token))).toBe('DOWNLOAD_LINK_INVALID');
    world.clock.advance(60_000);
    expect(await reasonOf(authorizeDownload(unit, token))).toBe('DOWNLOAD_LINK_INVALID');
  });

  test('stops when the paper is recalled between the link and its use', async () => {
    const attachmentId = await issuedWithFile();
    const unit = office.unit(1);
    const { token } = await requestDownload(unit, attachmentId);
    await world.database.query(
      `update dispatch.receipt set recalled_at = delivered_at, state = 'RECALLED'
       where document_id = (select document_id from dispatch.attachment where attachment_id = $1)`,
      [attachmentId],
    );
    expect(await reasonOf(authorizeDownload(unit, token))).toBe('ATTACHMENT_NOT_FOUND');
  });
});
