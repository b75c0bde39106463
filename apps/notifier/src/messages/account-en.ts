import type { AccountNotices } from './messages.js';

/** Mails about what befalls an account. */
export const ACCOUNT_IN_ENGLISH: AccountNotices = {
  'congress.sign-in-locked': {
    subject: 'Wrong passwords for {member}',
    text: 'Somebody entered wrong passwords for {member} several times. Signing in from there is paused for a quarter of an hour; devices that {member} has used before are not affected. If it was somebody else, please tell the secretariat.',
  },
  'congress.sign-in-unlocked': {
    subject: 'You can sign in again',
    text: 'The secretariat has lifted the pause: you can sign in again now.',
  },
  'congress.sign-in-code-given': {
    subject: 'A sign-in code was given out for your account',
    text: '{by} has just given out a one-time code for your account: whoever holds it can sign in as you. If you did not receive it, please tell a scrutineer or the secretariat at once.',
  },
  'congress.first-password-set': {
    subject: 'A password was set for your account',
    text: 'A password has just been set for your account with a one-time code. If it was not you, please tell a scrutineer or the secretariat at once.',
  },
  'congress.mail-changed': {
    subject: 'The mail address of your account was changed',
    text: '[{by} changed it. ]The mail address of your account is another one now, or none. This is sent to the former address and to the present one; for thirty days the former one still hears of what happens to your account. If you did not ask for it, please tell a scrutineer or the secretariat at once.',
  },
  'congress.mobile-changed': {
    subject: 'The mobile number of your account was changed',
    text: '[{by} changed it. ]The mobile number of your account is another one now, or none. It is for messages by SMS alone; nobody signs in by it. If you did not ask for it, please look at your account or tell the secretariat.',
  },
  'congress.password-set': {
    subject: 'Your password was set anew',
    text: 'Your password has just been set anew, and every other device was signed out. If it was not you, please tell the secretariat at once.',
  },
};
