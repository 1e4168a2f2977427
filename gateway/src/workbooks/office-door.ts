import { isKey, type PersonActor } from '@hub/core';

import type { RatesOf } from '../http/client-rates';
import type { Exchange } from '../http/exchange';
import { createRequirePerson } from '../http/files/require-person';
import type { Handler } from '../http/router';
import type { Authenticate } from '../security/authenticate';
import { workbookError } from './workbook.errors';
import type { Asked, Subject } from './workbooks.type';

export interface OfficeDoorOptions {
  readonly authenticate: Authenticate;
  readonly ratesOf: RatesOf;
}

/** Office files that one door reads or writes at the same time. */
const AT_ONCE = 4;

type Act<Kind extends string> = (
  exchange: Exchange,
  actor: PersonActor,
  subject: Subject<Kind>,
  /** Who asks is recognised anew for every page. */
  asked: () => Promise<Asked>,
) => Promise<void>;

/** The door before office files: for people who signed in, about `<kind>/<id>`, a few at a time. */
export function officeDoor<Kind extends string>(
  { authenticate, ratesOf }: OfficeDoorOptions,
  kinds: readonly Kind[],
): (act: Act<Kind>) => Handler {
  const requirePerson = createRequirePerson(authenticate);
  let running = 0;
  return (act) => async (exchange, tail) => {
    await ratesOf(exchange.request).request();
    const actor = await requirePerson(exchange);
    const subject = subjectOf(kinds, tail);
    const { requestId } = exchange;
    const asked = async () => ({ actor: sameActor(await requirePerson(exchange), actor), requestId });
    if (running >= AT_ONCE) throw workbookError('WORKBOOK_BUSY');
    running += 1;
    try {
      await act(exchange, actor, subject, asked);
    } finally {
      running -= 1;
    }
  };
}

function subjectOf<Kind extends string>(kinds: readonly Kind[], tail: string): Subject<Kind> {
  const [given, id, ...others] = tail.split('/');
  const kind = kinds.find((known) => known === given);
  if (!kind || !isKey(id) || others.length > 0) throw workbookError('WORKBOOK_NOT_FOUND');
  return { kind, id };
}

/** Half a file under one post and half under another would be nobody's. */
function sameActor(actor: PersonActor, before: PersonActor): PersonActor {
  if (actor.postId !== before.postId) throw workbookError('WORKBOOK_FAILED');
  return actor;
}
