import type { otherEmail as shape } from '../fr/other-email.ts';

export const otherEmail: typeof shape = {
  title: 'E-mail address',
  lead: 'Sign-in links and letters go there. Nobody else sees it.',
  change: 'Change the address',
  label: 'Your new address',
  hint: 'It gets a link to confirm. The old address is told, and can stop it all for seven days.',
  error: 'This is not an e-mail address.',
  same: 'This is already the address of your account.',
  ask: 'Send the link',
  cancel: 'Change nothing',
  signInAgain: 'Sign in again',
  waiting: {
    title: (email) => `A link is waiting in the inbox of ${email}.`,
    text: (time) => `It works once, until ${time}, on a device where you are signed in. Until then nothing changes.`,
    again: 'Give another address',
    stop: 'Never mind',
    stopped: 'Noted: your address stays.',
  },
  confirm: {
    title: 'Confirm this address',
    lead: (email) => `The account of ${email} takes the address that this link came to.`,
    text: 'Your other devices are signed out. The old address can take the account back for seven days.',
    button: 'Confirm',
    done: 'This is your new address.',
    doneText: (email) => `Sign-in links and letters now go to ${email}.`,
    account: 'See my account',
    dead: 'This link no longer works.',
    deadText:
      'It was used, is more than an hour old, was replaced by a newer one, or was asked for from another account. Nothing has changed.',
    taken: 'This address has another account.',
    takenText: 'It has become that account’s address meanwhile. Yours has not changed.',
  },
  keep: {
    title: 'Keep this address',
    lead: 'Someone asked that your account use another address. This button stops it, or gives this one back to the account if it is done already.',
    text: 'It also signs you out everywhere, and removes passkeys added since: whoever got in as you is out.',
    keep: 'Keep this address',
    done: 'Your address stays.',
    doneText: (address) =>
      `The account is at ${address}, and nobody is signed in to it any more. Sign in again, then look at your delivery address and your passkeys.`,
    decided: 'It is too late for this link.',
    decidedText: 'Seven days have passed since the change. If you do not recognise it, write to us at once.',
    wrong: 'This link is not whole. Copy all of it from the e-mail.',
    signIn: 'Sign in',
    write: 'Write to us',
  },
};
