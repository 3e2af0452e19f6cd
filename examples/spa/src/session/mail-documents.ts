import { graphql } from '../generated/gql.js';

export const VerifyEmailDocument = graphql(`
  mutation VerifyEmail($input: VerifyEmailInput!) {
    verifyEmail(input: $input) {
      __typename
      ... on UserError {
        message
        field
      }
    }
  }
`);

export const RequestPasswordResetDocument = graphql(`
  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input) {
      __typename
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

export const ResetPasswordDocument = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      __typename
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
