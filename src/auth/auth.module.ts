import { Module } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { AttemptsModule } from '../platform/attempts/attempts.module.js';
import { MailModule } from '../platform/mail/mail.module.js';
import { AccountPasswords } from './account/account-passwords.service.js';
import { AccountResolver } from './account/account.resolver.js';
import { AccountService } from './account/account.service.js';
import { PasswordResetResolver } from './account/password-reset.resolver.js';
import { PasswordReset } from './account/password-reset.service.js';
import { ResetOutside } from './account/reset-outside.service.js';
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
import { AccessTokenMiddleware } from './tokens/access-token.middleware.js';
import { AccessTokenService } from './tokens/access-token.service.js';
import { ViewerResolver } from './viewers/viewer.resolver.js';
import { ViewersService } from './viewers/viewers.service.js';

@Module({
  imports: [AttemptsModule, MailModule],
  providers: [
    { provide: JwtService, useFactory: () => new JwtService() },
    AccessTokenService,
    AccessTokenMiddleware,
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
    AuthService,
    AuthResolver,
    SessionsResolver,
    OneTimeTokens,
    PasswordRules,
    AccountPasswords,
    AccountService,
    ProfileService,
    ResetOutside,
    PasswordReset,
    AccountResolver,
    PasswordResetResolver,
    ViewerResolver,
  ],
  exports: [ViewersService],
})
export class AuthModule {}
