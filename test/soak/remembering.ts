import { createHash } from 'node:crypto';
import type { FullAnswer } from '../faults/exchange.js';
import { failed, type Outcome } from '../faults/judge.js';
import { get, hasPage, inTurn, lists, type Next, pageQuery } from './reads.js';
import { judgeData, post, preflight, searchOf, type SoakRequest } from './soak-request.js';

/** GETs with the ETag of the answer before. The data stay as they are: with the same ETag comes nothing else. */
export function unchanged(): Next {
  return inTurn(
    lists.map((list) => {
      let held: string | undefined;
      return () => {
        const sent = held;
        const request = get(list, { ...preflight, ...(sent !== undefined && { 'if-none-match': sent }) });
        const judge: SoakRequest['judge'] = (answer, secrets) => {
          const { etag } = answer.headers;
          if (answer.status === 200 && etag !== undefined) held = etag;
          return sent !== undefined && etag === sent ? judgeSame(answer) : request.judge(answer, secrets);
        };
        return { ...request, judge };
      };
    }),
  );
}

/** As Apollo Client asks: by hash in a GET, and where that is not known, once by POST with the text beside it. */
export function persisted(): Next {
  return inTurn(
    lists.map((list) => {
      // A document of its own for each: four are registered.
      const query = `${pageQuery} # ${list}`;
      const sha256Hash = createHash('sha256').update(query).digest('hex');
      const extensions = { persistedQuery: { version: 1, sha256Hash } };
      const variables = { list };
      const registering = post({ query, variables, extensions }, hasPage);
      let state: 'unknown' | 'refused' | 'known' = 'unknown';
      const register: SoakRequest = {
        ...registering,
        judge: (answer, secrets) => {
          const outcome = registering.judge(answer, secrets);
          if (outcome.verdict === 'ok') state = 'known';
          return outcome;
        },
      };
      const byHash: SoakRequest = {
        path: searchOf({ variables: JSON.stringify(variables), extensions: JSON.stringify(extensions) }),
        headers: preflight,
        judge: (answer, secrets) => {
          if (state === 'known' || !isUnknown(answer)) return judgeData(answer, secrets, hasPage);
          state = 'refused';
          return { verdict: 'ok' };
        },
      };
      return () => (state === 'refused' ? register : byHash);
    }),
  );
}

function judgeSame({ status, text }: FullAnswer): Outcome {
  return status === 304 && text === '' ? { verdict: 'ok' } : failed(`HTTP ${status} for what the client has`);
}

function isUnknown({ status, text }: FullAnswer): boolean {
  return status === 200 && text.includes('"PERSISTED_QUERY_NOT_FOUND"');
}
