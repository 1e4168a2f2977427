import type { Finding } from '../finding';
import { basisInForce } from './basis-in-force';
import { collectiveDecision } from './collective-decision';
import { doubleLeadership } from './double-leadership';
import { forwardedRequest } from './forwarded-request';
import { instructionToAuthority } from './instruction-to-authority';
import { levelBypass } from './level-bypass';
import type { Paper } from './paper';
import { personalAddress } from './personal-address';
import { addresseeForm, lengthOfText, titleKind } from './printed-form';
import { replyToRequest } from './reply-to-request';
import { requestBeforeAct } from './request-before-act';
import { requestInReport } from './request-in-report';
import type { RoutingRule } from './routing-rule';
import { sectionIssuer } from './section-issuer';
import { singleAddressee, someAddressee } from './single-addressee';
import { singleSubject } from './single-subject';
import { superiorCopy } from './superior-copy';
import { upwardCopy } from './upward-copy';

/** 行文规则 R1–R15 in order, then the rules of form and length. */
export const ROUTING_RULES: readonly RoutingRule[] = [
  singleSubject,
  requestInReport,
  singleAddressee,
  upwardCopy,
  levelBypass,
  personalAddress,
  forwardedRequest,
  doubleLeadership,
  instructionToAuthority,
  sectionIssuer,
  superiorCopy,
  requestBeforeAct,
  collectiveDecision,
  replyToRequest,
  basisInForce,
  someAddressee,
  addresseeForm,
  titleKind,
  lengthOfText,
];

export function evaluateRules(paper: Paper): readonly Finding[] {
  return ROUTING_RULES.flatMap((rule) => rule.check(paper));
}
