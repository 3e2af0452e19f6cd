import { useApolloClient } from '@apollo/client/react';
import { useMessages } from '../locale/use-messages.js';
import { RequestPasswordResetDocument, ResetPasswordDocument, VerifyEmailDocument } from './mail-documents.js';
import { type Problems, readProblems } from './problems.js';
import { refresh } from './refresh.js';
import { accessToken } from './session.js';

interface MailLinks {
  /** Each gives what is wrong, or null once it is done. */
  readonly verifyEmail: (token: string) => Promise<Problems | null>;
  readonly requestPasswordReset: (email: string) => Promise<Problems | null>;
  readonly resetPassword: (token: string, newPassword: string) => Promise<Problems | null>;
}

/** The link may be opened anywhere: who is signed in here does not count. */
const context = { isSignedOut: true };

/** What the links in mails are for. */
export function useMailLinks(): MailLinks {
  const client = useApolloClient();
  const messages = useMessages();
  const unanswered: Problems = { byField: {}, other: messages.failedHint };
  return {
    verifyEmail: async (token) => {
      const variables = { input: { token } };
      const { data } = await client.mutate({ mutation: VerifyEmailDocument, variables, context });
      if (!data?.verifyEmail) return unanswered;
      return data.verifyEmail.__typename === 'VerifyEmailSuccess' ? null : readProblems(data.verifyEmail, messages);
    },
    requestPasswordReset: async (email) => {
      const variables = { input: { email } };
      const { data } = await client.mutate({ mutation: RequestPasswordResetDocument, variables, context });
      const result = data?.requestPasswordReset;
      if (!result) return unanswered;
      return result.__typename === 'RequestPasswordResetSuccess' ? null : readProblems(result, messages);
    },
    resetPassword: async (token, newPassword) => {
      const variables = { input: { token, newPassword } };
      const { data } = await client.mutate({ mutation: ResetPasswordDocument, variables, context });
      if (!data?.resetPassword) return unanswered;
      if (data.resetPassword.__typename !== 'ResetPasswordSuccess') return readProblems(data.resetPassword, messages);
      // It ended all sessions of its account, which may be the one that is signed in here: asked, every tab knows.
      await refresh(accessToken()).catch(() => null);
      return null;
    },
  };
}
