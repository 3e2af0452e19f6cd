import { type Environment, graphql } from 'relay-runtime';
import type { accountLogInMutation } from './__generated__/accountLogInMutation.graphql.js';
import type { accountRegisterMutation } from './__generated__/accountRegisterMutation.graphql.js';
import { commit } from './commit.js';

/** Registers somebody, and leaves the refresh token in a cookie. */
export function register(
  environment: Environment,
  email: string,
  password: string,
): Promise<accountRegisterMutation['response']> {
  return commit<accountRegisterMutation>(environment, {
    mutation: graphql`
      mutation accountRegisterMutation($input: RegisterInput!) {
        register(input: $input) {
          __typename
          ... on AuthSuccess {
            accessToken
            accessTokenExpiresAt
          }
          ... on UserError {
            message
            field
          }
        }
      }
    `,
    variables: { input: { email, password, tokenDelivery: 'COOKIE' } },
  });
}

/** Signs somebody in, likewise. */
export function logIn(
  environment: Environment,
  email: string,
  password: string,
): Promise<accountLogInMutation['response']> {
  return commit<accountLogInMutation>(environment, {
    mutation: graphql`
      mutation accountLogInMutation($input: LoginInput!) {
        login(input: $input) {
          __typename
          ... on AuthSuccess {
            accessToken
            accessTokenExpiresAt
          }
          ... on UserError {
            message
            field
          }
        }
      }
    `,
    variables: { input: { email, password, tokenDelivery: 'COOKIE' } },
  });
}

/** For the session, which asks for itself: by the hash that the compiler leaves. */
export const refreshMutation = graphql`
  mutation accountRefreshMutation {
    refreshSession(input: {}) {
      __typename
      ... on AuthSuccess {
        accessToken
        accessTokenExpiresAt
      }
    }
  }
`;
