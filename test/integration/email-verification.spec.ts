import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { AccountMailer } from '../../src/auth/account/mail/account-mailer.js';
import { BackgroundWork } from '../../src/platform/background/background-work.js';
import { EmailVerification } from '../../src/auth/account/email/email-verification.service.js';
import { OneTimeTokens } from '../../src/auth/one-time-tokens/one-time-tokens.service.js';
import type { AppConfig } from '../../src/config/app-config.js';
import { AttemptsService } from '../../src/platform/attempts/attempts.service.js';
import type { Mail } from '../../src/platform/mail/mail.js';
import { Mailer } from '../../src/platform/mail/mailer.js';
import { UserEntity } from '../../src/users/user.entity.js';
import { type LibraryRig, startLibraryRig } from '../support/library-rig.js';
import { Gauges } from '../../src/platform/telemetry/gauges.js';

Logger.overrideLogger(false);

const clock = { now: () => new Date('2026-11-25T12:00:00Z') };
const config = { mail: { appUrl: 'https://app.example' } } as AppConfig;

let rig: LibraryRig;
let mails: Mail[];
let background: BackgroundWork;
let verification: EmailVerification;
let user: UserEntity;

beforeAll(async () => {
  rig = await startLibraryRig();
});

afterAll(() => rig.close());

beforeEach(async () => {
  mails = [];
  verification = newVerification(new Mailer({ send: async (mail) => void mails.push(mail), close: () => undefined }));
  user = await newUser();
});

function newVerification(mailer: Mailer): EmailVerification {
  background = new BackgroundWork(new Gauges());
  const attempts = new AttemptsService({ secret: 'secret' });
  const mail = new AccountMailer(mailer, background, config);
  return new EmailVerification(rig.database, clock, attempts, new OneTimeTokens(clock), mail);
}

async function newUser(): Promise<UserEntity> {
  return (await reload(await rig.addUser()))!;
}

function reload(id: string): Promise<UserEntity | null> {
  return rig.database.read((em) => em.findOne(UserEntity, { id }));
}

async function mailed(): Promise<string> {
  await verification.request(user);
  await background.settled();
  return /^https:\/\/app\.example\/verify-email#token=([\w-]+)$/m.exec(mails.at(-1)!.text)![1]!;
}

describe('EmailVerification', () => {
  test('sends a link that verifies the address', async () => {
    const token = await mailed();
    expect(mails.map(({ to }) => to)).toEqual([user.email]);
    const result = await verification.verify(token);
    expect(result).toMatchObject({ __typename: 'EmailVerified', user: { id: user.id, emailVerifiedAt: clock.now() } });
    expect((await reload(user.id))?.emailVerifiedAt).toEqual(clock.now());
  });

  test('takes a link once', async () => {
    const token = await mailed();
    await verification.verify(token);
    expect(await verification.verify(token)).toMatchObject({ __typename: 'InvalidTokenError' });
  });

  test('verifies nothing by a token that sets a password', async () => {
    const token = await rig.database.write((em) => new OneTimeTokens(clock).issue(em, user, 'PASSWORD_RESET'));
    expect(await verification.verify(token)).toMatchObject({ __typename: 'InvalidTokenError' });
    expect((await reload(user.id))?.emailVerifiedAt).toBeNull();
  });

  test('answers before anything is sent', async () => {
    await verification.request(user);
    expect(mails).toEqual([]);
    await background.settled();
    expect(mails).toHaveLength(1);
  });

  test('sends nothing where the address is verified', async () => {
    await verification.verify(await mailed());
    expect(await verification.request((await reload(user.id))!)).toBeNull();
    await background.settled();
    expect(mails).toHaveLength(1);
  });

  test('sends three mails an hour to an address, whoever asks', async () => {
    const asked = await Promise.all(Array.from({ length: 4 }, () => verification.request(user)));
    expect(asked.slice(0, 3)).toEqual([null, null, null]);
    expect(asked[3]).toMatchObject({ __typename: 'TooManyAttemptsError', retryAfterSeconds: 3600 });
    await verification.sendTo(user, '192.0.2.1');
    await background.settled();
    expect(mails).toHaveLength(3);
    expect(await verification.request(await newUser())).toBeNull();
    await background.settled();
  });

  test('sends thirty mails an hour for registrations from one network, and lets people register all the same', async () => {
    for (let made = 0; made < 31; made += 1) await verification.sendTo(await newUser(), '192.0.2.1');
    await background.settled();
    expect(mails).toHaveLength(30);
    await verification.sendTo(user, '192.0.2.2');
    await background.settled();
    expect(mails).toHaveLength(31);
  });

  test('says so where there is no mail, and lets people register all the same', async () => {
    verification = newVerification(new Mailer(null));
    expect(await verification.request(user)).toMatchObject({ __typename: 'MailUnavailableError' });
    await expect(verification.sendTo(user, '192.0.2.1')).resolves.toBeUndefined();
  });

  test('tells the former address of a change without naming the new one', async () => {
    const former = { ...user, email: 'former@example.com', emailVerifiedAt: clock.now() };
    await verification.addressChanged(user, former);
    await background.settled();
    expect(mails.map(({ to }) => to).toSorted()).toEqual([user.email, 'former@example.com'].toSorted());
    const notice = mails.find(({ to }) => to === 'former@example.com');
    expect(notice?.text).toContain('WatchMe');
    expect(notice?.text).not.toContain(user.email);
  });

  test('tells a former address nothing that was never verified: it may be a stranger’s', async () => {
    await verification.addressChanged(user, { ...user, email: 'former@example.com' });
    await background.settled();
    expect(mails.map(({ to }) => to)).toEqual([user.email]);
  });

  test('does not fail where the mail server does', async () => {
    verification = newVerification(new Mailer({ send: () => Promise.reject(new Error('no')), close: () => undefined }));
    expect(await verification.request(user)).toBeNull();
    await expect(background.settled()).resolves.toBeUndefined();
  });
});
