interface SaidField {
  readonly key: string;
  readonly text?: string;
  readonly date?: string;
}

/** What two units say of their month; invented, as everything in the demo. */
export const MONTHLY: readonly (readonly object[])[] = [
  [
    { key: 'member_meetings', number: '1' },
    { key: 'committee_meetings', number: '2' },
    { key: 'group_meetings', number: '4' },
    { key: 'lectures', number: '1' },
    { key: 'dues', fen: 126_000 },
    { key: 'applicants', number: '2' },
    { key: 'problems', text: '个别党小组会议记录不够规范。' },
    { key: 'next', text: '组织一次记录规范培训，结合主题党日开展岗位建功交流。' },
  ],
  [
    { key: 'member_meetings', number: '1' },
    { key: 'committee_meetings', number: '1' },
    { key: 'group_meetings', number: '3' },
    { key: 'lectures', number: '0' },
    { key: 'dues', fen: 84_500 },
    { key: 'applicants', number: '0' },
    { key: 'next', text: '由党组织书记讲一次党课，并对青年干部逐一开展谈心谈话。' },
  ],
];

export const INFORMATION_TITLE = '把主题党日开到服务一线';

/** 300 to 800 characters, as the template asks. */
const BODY = [
  '近日，机关党委把主题党日从会议室搬到政务服务大厅，组织党员干部跟班体验窗口业务，听取办事群众和窗口人员的意见建议。',
  '活动分三步进行：先由窗口党员讲办事流程，再由各支部党员分组陪同群众办理事项，最后集中讨论，当场列出可以马上改的问题清单。',
  '一天时间里，党员们陪同办理事项四十余件，收集意见二十三条，其中材料重复提交、指引标识不清、老年人操作自助设备困难等问题反映较为集中。',
  '机关党委对清单逐条明确责任支部和完成时限，能够当天解决的当天解决，需要协调的由支部书记牵头办理，办理结果在下一次党员大会上通报。',
  '目前，窗口已增设引导岗和大字版指南，取消重复提交的材料五项，十七条意见已经办结。',
  '下一步，机关党委将把一线主题党日固定为每季度一次，并把群众意见的办理情况作为支部工作交流的内容，让党员在解决实际问题中受教育、见行动。',
].join('');

export const informationFields = (happenedOn: string): readonly SaidField[] => [
  { key: 'summary', text: '机关党委组织党员到政务服务大厅跟班体验，当场列出问题清单并限期办理。' },
  { key: 'body', text: BODY },
  { key: 'source', text: '机关党委' },
  { key: 'happened_on', date: happenedOn },
  { key: 'place', text: '政务服务大厅' },
];
