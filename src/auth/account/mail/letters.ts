import type { Mail } from '../../../platform/mail/mail.js';

/** A mail without its recipient. What others chose, such as display names, is in none: it would be sent in our name. */
export type Letter = Pick<Mail, 'subject' | 'text'>;

/** The token is behind `#`, which browsers send to no server: it is in no log and no referrer. */
export function linkTo(appUrl: string, page: 'reset-password' | 'verify-email', token: string): string {
  return `${appUrl}/${page}#token=${token}`;
}

export function resetLetter(appUrl: string, token: string): Letter {
  return {
    subject: 'Choose a new password for WatchMe',
    text: letter(
      'Somebody asked for a new password for your WatchMe account. To choose one, open this link:',
      linkTo(appUrl, 'reset-password', token),
      'It works once, for 30 minutes.',
      'If it was not you, do nothing: your password stays as it is.',
    ),
  };
}

export function verificationLetter(appUrl: string, token: string): Letter {
  return {
    subject: 'Confirm your address for WatchMe',
    text: letter(
      'This address was given for a WatchMe account. To confirm that it is yours, open this link:',
      linkTo(appUrl, 'verify-email', token),
      'It works once, for 24 hours.',
      'If it was not you, do nothing: the address stays unconfirmed.',
    ),
  };
}

export function passwordChangedLetter(appUrl: string): Letter {
  return {
    subject: 'Your password for WatchMe was changed',
    text: letter(
      'The password of your WatchMe account was changed, and all devices were signed out.',
      'If it was you, there is nothing to do.',
      'If it was not you, ask for a new password at once:',
      `${appUrl}/reset-password`,
    ),
  };
}

/** To the address before; the new one is not named, since it is somebody's. */
export function emailChangedLetter(): Letter {
  return {
    subject: 'Your address for WatchMe was changed',
    text: letter(
      'Your WatchMe account has another address from now on. This one gets no more mail from us.',
      'If it was you, there is nothing to do.',
      'If it was not you, somebody knows your password: tell whoever runs this WatchMe at once, and change the password wherever else you use it.',
    ),
  };
}

function letter(...paragraphs: readonly string[]): string {
  return `${['Hello,', ...paragraphs, 'WatchMe'].join('\n\n')}\n`;
}
