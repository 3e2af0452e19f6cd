import { useApolloClient } from '@apollo/client/react';
import { useMessages } from '../locale/use-messages.js';
import { type Problems, readProblems } from './problems.js';
import { LoginDocument, RegisterDocument } from './session-documents.js';
import { setSession } from './session.js';

interface Credentials {
  readonly email: string;
  readonly password: string;
}

interface SignIn {
  /** Each gives what is wrong, or null once one is signed in. */
  readonly register: (credentials: Credentials) => Promise<Problems | null>;
  readonly login: (credentials: Credentials) => Promise<Problems | null>;
}

/** Proves to the API that this device has signed in before; it lets nobody in. */
const deviceKey = 'watchme.device';
const context = { isSignedOut: true };

export function useSignIn(): SignIn {
  const client = useApolloClient();
  const messages = useMessages();
  return {
    register: async (credentials) => {
      const variables = { input: { ...credentials, tokenDelivery: 'COOKIE' as const } };
      const { data } = await client.mutate({ mutation: RegisterDocument, variables, context });
      if (!data?.register) return { byField: {}, other: messages.failedHint };
      if (data.register.__typename !== 'AuthSuccess') return readProblems(data.register, messages);
      begin(data.register);
      return null;
    },
    login: async (credentials) => {
      const deviceToken = localStorage.getItem(deviceKey);
      const variables = { input: { ...credentials, deviceToken, tokenDelivery: 'COOKIE' as const } };
      const { data } = await client.mutate({ mutation: LoginDocument, variables, context });
      if (!data?.login) return { byField: {}, other: messages.failedHint };
      if (data.login.__typename !== 'AuthSuccess') return readProblems(data.login, messages);
      begin(data.login);
      return null;
    },
  };
}

function begin(success: {
  readonly accessToken: string;
  readonly deviceToken?: string | null;
  readonly user: { readonly id: string; readonly email: string };
}): void {
  if (success.deviceToken) localStorage.setItem(deviceKey, success.deviceToken);
  setSession({ status: 'signedIn', accessToken: success.accessToken, user: success.user });
}
