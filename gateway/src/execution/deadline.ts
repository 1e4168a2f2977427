import type { CallSubgraph, RequestContext, SubgraphRequest, SubgraphResponse } from '../context';

/** The time one operation has. What is still asked of subgraphs when it is over is answered by errors instead. */
export interface Deadline {
  /** The door to subgraphs, until then. */
  readonly call: CallSubgraph;
  /** The operation is done. */
  close(): void;
}

export function openDeadline(callSubgraph: CallSubgraph, client: AbortSignal, limitMs: number): Deadline {
  const deadline = performance.now() + limitMs;
  const waiting = new Set<() => void>();
  let expired = false;
  let cancel: AbortController | undefined;
  const leave = () => cancel?.abort();
  const timer = setTimeout(() => {
    expired = true;
    // First the answers: an aborted call fails in words of its own.
    for (const answer of waiting) answer();
    leave();
  }, limitMs);
  // Made for who listens: a door in this process does not, and a signal is dear beside a small answer.
  const signal = (): AbortSignal => {
    if (cancel) return cancel.signal;
    cancel = new AbortController();
    client.addEventListener('abort', leave, { once: true });
    if (client.aborted || expired) leave();
    return cancel.signal;
  };

  return {
    call: (subgraph, request, context) => {
      if (expired) return Promise.resolve(tooLate(request));
      return new Promise<SubgraphResponse>((resolve, reject) => {
        const answer = () => resolve(tooLate(request));
        waiting.add(answer);
        const inTime: RequestContext = {
          ...context,
          deadline,
          get signal() {
            return signal();
          },
        };
        callSubgraph(subgraph, request, inTime)
          .then(resolve, reject)
          .finally(() => waiting.delete(answer));
      });
    },
    close() {
      clearTimeout(timer);
      if (cancel) client.removeEventListener('abort', leave);
    },
  };
}

function tooLate({ kind }: SubgraphRequest): SubgraphResponse {
  const message =
    kind === 'mutation'
      ? '操作超时，可能已经生效，请核对后再决定是否重试。'
      : '查询超时，部分内容未能取得，请稍后重试。';
  return { errors: [{ message, extensions: { code: 'UNAVAILABLE', reason: 'OPERATION_TIMEOUT' } }] };
}
