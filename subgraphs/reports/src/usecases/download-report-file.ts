import { attachmentDownloads } from '@hub/files';

import { reportFilesById } from '../data/report-file.read-model';

/** 下载附件: the unit's own, and for others what was handed in. */
export const { requestDownload, authorizeDownload } = attachmentDownloads(reportFilesById);
