/** Asks for whatever errors a result may be. */
function errorsOf(...types: readonly string[]): string {
  return types.map((type) => `... on ${type} { message field ${extras[type] ?? ''} }`).join(' ');
}

const extras: Readonly<Record<string, string>> = {
  InvalidInputError: 'issues { field code message }',
  TooManyAttemptsError: 'retryAfterSeconds',
};

const authFields = `... on AuthSuccess {
  accessToken accessTokenExpiresAt refreshToken refreshTokenExpiresAt deviceToken user { id email }
}`;

export const register = `mutation ($input: RegisterInput!) { register(input: $input) { __typename ${authFields}
  ${errorsOf('EmailTakenError', 'InvalidInputError', 'PasswordTooWeakError', 'TooManyAttemptsError')} } }`;

export const login = `mutation ($input: LoginInput!) { login(input: $input) { __typename ${authFields}
  ${errorsOf('InvalidCredentialsError', 'TooManyAttemptsError')} } }`;

export const refreshSession = `mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { __typename
  ${authFields} ${errorsOf('SessionExpiredError')} } }`;

export const logout = `mutation ($input: LogoutInput) { logout(input: $input) { __typename ... on LogoutSuccess { endedSession } } }`;

export const logoutEverywhere = `mutation { logoutEverywhere { __typename ... on LogoutEverywhereSuccess { endedSessions } } }`;

export const revokeSession = `mutation ($input: RevokeSessionInput!) { revokeSession(input: $input) { __typename
  ... on RevokeSessionSuccess { deletedId user { id } } ${errorsOf('InvalidInputError')} } }`;

export const changePassword = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename
  ${authFields}
  ${errorsOf('InvalidCredentialsError', 'InvalidInputError', 'PasswordTooWeakError', 'TooManyAttemptsError')} } }`;

export const changeEmail = `mutation ($input: ChangeEmailInput!) { changeEmail(input: $input) { __typename
  ... on AccountChanged { user { email isEmailVerified } }
  ${errorsOf('EmailTakenError', 'InvalidCredentialsError', 'InvalidInputError', 'TooManyAttemptsError')} } }`;

export const updateProfile = `mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { __typename
  ... on AccountChanged { user { displayName defaultLocale defaultRegion } } ${errorsOf('InvalidInputError')} } }`;

export const deleteAccount = `mutation ($input: DeleteAccountInput!) { deleteAccount(input: $input) { __typename
  ... on DeleteAccountSuccess { deletedUserId } ${errorsOf('InvalidCredentialsError', 'TooManyAttemptsError')} } }`;

export const requestPasswordReset = `mutation ($input: RequestPasswordResetInput!) {
  requestPasswordReset(input: $input) { __typename ... on RequestPasswordResetSuccess { message }
  ${errorsOf('InvalidInputError', 'MailUnavailableError', 'TooManyAttemptsError')} } }`;

export const resetPassword = `mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { __typename
  ... on ResetPasswordSuccess { message }
  ${errorsOf('InvalidInputError', 'InvalidTokenError', 'PasswordTooWeakError', 'TooManyAttemptsError')} } }`;

export const requestEmailVerification = `mutation { requestEmailVerification { __typename
  ... on RequestEmailVerificationSuccess { user { email isEmailVerified } }
  ${errorsOf('MailUnavailableError', 'TooManyAttemptsError')} } }`;

export const verifyEmail = `mutation ($input: VerifyEmailInput!) { verifyEmail(input: $input) { __typename
  ... on VerifyEmailSuccess { user { email isEmailVerified } } ${errorsOf('InvalidTokenError')} } }`;

export const viewerAccount = `{ viewer {
  id email isEmailVerified displayName defaultLocale defaultRegion createdAt
  sessions { id device createdAt lastUsedAt expiresAt isCurrent }
} }`;
