import type { RequestContext } from '../context';
import type { ExecutionOutcome, GatewayExecutor } from '../execution/executor.type';
import type { SessionCache } from './session-cache';

/**
 * A mutation may change who its sender is: another post, the end of the session. Signals tell it to every gateway, soon;
 * here it is forgotten before the answer goes out, so that nobody acts once more under the post that he has just left.
 */
export function askAnewAfterMutations(executor: GatewayExecutor, sessions: SessionCache): GatewayExecutor {
  const told = <Outcome extends Pick<ExecutionOutcome, 'operationKind'>>(
    outcome: Outcome,
    { actor }: RequestContext,
  ): Outcome => {
    if (actor !== null && outcome.operationKind === 'mutation') sessions.forgetActor(actor);
    return outcome;
  };
  return {
    async execute(request, context, options) {
      return told(await executor.execute(request, context, options), context);
    },
    async stream(request, context, options) {
      const outcome = await executor.stream(request, context, options);
      return 'answers' in outcome ? outcome : told(outcome, context);
    },
  };
}
