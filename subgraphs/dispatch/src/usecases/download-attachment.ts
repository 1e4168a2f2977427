import { attachmentDownloads } from '@hub/files';

import { attachmentsById } from '../data/attachment.read-model';

/** 下载附件: whoever may see the paper, or the feedback, may have its files. */
export const { requestDownload, authorizeDownload } = attachmentDownloads(attachmentsById);
