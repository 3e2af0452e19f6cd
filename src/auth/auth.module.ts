import { Module } from '@nestjs/common';
import { AttemptsModule } from '../platform/attempts/attempts.module.js';
import { MailModule } from '../platform/mail/mail.module.js';
import { AccountLookup } from './account-lookup.service.js';
import { FiguresModule } from '../platform/telemetry/figures.module.js';
import { BackgroundWork } from '../platform/background/background-work.js';
import { AccountConfirmation } from './account/account-confirmation.service.js';
import { AccountRemoval } from './account/account-removal.service.js';
import { AccountResolver } from './account/account.resolver.js';
import { EmailChange } from './account/email/email-change.service.js';
import { EmailVerificationResolver } from './account/email/email-verification.resolver.js';
import { EmailVerification } from './account/email/email-verification.service.js';
import { AccountMailer } from './account/mail/account-mailer.js';
import { PasswordChange } from './account/passwords/password-change.service.js';
import { PasswordReplacement } from './account/passwords/password-replacement.service.js';
import { PasswordResets } from './account/passwords/password-resets.service.js';
import { PasswordsResolver } from './account/passwords/passwords.resolver.js';
import { ResetRequests } from './account/passwords/reset-requests.service.js';
import { ProfileService } from './account/profile.service.js';
import { AuthResolver } from './auth.resolver.js';
import { AuthService } from './auth.service.js';
import { AuthAnswers } from './delivery/auth-answers.service.js';
import { RefreshCookie } from './delivery/refresh-cookie.js';
import { DeviceTokens } from './guessing/device-tokens.service.js';
import { LoginGuesses } from './guessing/login-guesses.service.js';
import { OneTimeTokens } from './one-time-tokens/one-time-tokens.service.js';
import { PasswordHasher } from './passwords/password-hasher.js';
import { PasswordRules } from './passwords/password-rules.service.js';
import { RegistrationRules } from './registration-rules.service.js';
import { SessionPurge } from './session-purge.service.js';
import { SessionRefresh } from './sessions/session-refresh.service.js';
import { SessionsResolver } from './sessions/sessions.resolver.js';
import { SessionsService } from './sessions/sessions.service.js';
import { AccessTokenService } from './tokens/access-token.service.js';
import { VerifiedTokens } from './tokens/verified-tokens.js';
import { ViewerResolver } from './viewers/viewer.resolver.js';
import { ViewersService } from './viewers/viewers.service.js';

@Module({
  imports: [FiguresModule, AttemptsModule, MailModule],
  providers: [
    AccessTokenService,
    VerifiedTokens,
    SessionsService,
    SessionRefresh,
    SessionPurge,
    ViewersService,
    PasswordHasher,
    DeviceTokens,
    LoginGuesses,
    RegistrationRules,
    RefreshCookie,
    AuthAnswers,
    AccountLookup,
    AuthService,
    AuthResolver,
    SessionsResolver,
    OneTimeTokens,
    PasswordRules,
    BackgroundWork,
    AccountMailer,
    AccountConfirmation,
    EmailVerification,
    EmailVerificationResolver,
    EmailChange,
    PasswordReplacement,
    PasswordChange,
    ResetRequests,
    PasswordResets,
    PasswordsResolver,
    ProfileService,
    AccountRemoval,
    AccountResolver,
    ViewerResolver,
  ],
  exports: [ViewersService],
})
export class AuthModule {}
