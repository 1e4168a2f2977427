import type { Paper, RoutedBody, Standing } from '../routing-rules/paper';

export function body(name: string, standing: Standing, more: Partial<RoutedBody> = {}): RoutedBody {
  return { name, standing, isLocalAuthority: false, doublyLed: false, ...more };
}

/** A notification to the units that breaks no rule. */
export function paperWith(change: Partial<Paper>): Paper {
  return {
    kind: 'NOTIFICATION',
    direction: 'DOWNWARD',
    title: '关于召开会议的通知',
    text: '定于下周召开会议。',
    textScope: 'COMPREHENSIVE',
    addresseeLine: '市直各单位：',
    copyLine: null,
    addressees: [],
    copies: [],
    issuer: { name: '市委市直机关工委', section: null, doublyLed: false },
    important: false,
    signedByMainLeader: null,
    inPersonalName: false,
    bypassReason: null,
    actedBefore: false,
    actedBeforeReason: null,
    forwardsRequest: false,
    ownOpinion: null,
    meetingRecord: null,
    answers: null,
    basis: [],
    ...change,
  };
}

/** A 请示 to the city committee that breaks no rule (R1 always reminds). */
export function requestWith(change: Partial<Paper>): Paper {
  return paperWith({
    kind: 'REQUEST',
    direction: 'UPWARD',
    title: '关于换届选举的请示',
    text: '妥否，请批示。',
    addresseeLine: '市委：',
    addressees: [body('市委', 'DIRECT_SUPERIOR')],
    meetingRecord: '工委会议纪要〔2020〕8号',
    signedByMainLeader: true,
    ...change,
  });
}

/** A 报告 to the city committee that breaks no rule. */
export function reportWith(change: Partial<Paper>): Paper {
  return requestWith({
    kind: 'REPORT',
    title: '关于换届选举情况的报告',
    text: '特此报告。',
    meetingRecord: null,
    ...change,
  });
}
