import { graphql } from '../generated/gql.js';

export const RegisterDocument = graphql(`
  mutation Register($input: RegisterInput!) {
    register(input: $input) {
      __typename
      ... on AuthSuccess {
        accessToken
        deviceToken
        user {
          id
          email
        }
      }
      ... on InvalidInputError {
        issues {
          field
          code
          message
        }
      }
      ... on UserError {
        message
        field
      }
    }
  }
`);

export const LoginDocument = graphql(`
  mutation Login($input: LoginInput!) {
    login(input: $input) {
      __typename
      ... on AuthSuccess {
        accessToken
        deviceToken
        user {
          id
          email
        }
      }
      ... on UserError {
        message
        field
      }
    }
  }
`);

export const RefreshDocument = graphql(`
  mutation Refresh {
    refreshSession(input: {}) {
      __typename
      ... on AuthSuccess {
        accessToken
        user {
          id
          email
        }
      }
    }
  }
`);

export const LogoutDocument = graphql(`
  mutation Logout {
    logout {
      __typename
    }
  }
`);
