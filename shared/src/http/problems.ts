/**
 * Every problem the shop can answer, once: its status and its title in English. The web has a sentence for each in
 * French and English (a missing one does not compile); a test pins that nothing is missing.
 */
export const problems = {
  // any call
  bad_input: [400, 'The request is not as described'],
  not_signed_in: [401, 'Sign in first'],
  not_allowed: [403, 'Your account may not do this'],
  cross_site: [403, 'The request came from another site'],
  not_found: [404, 'There is nothing here'],
  method_not_allowed: [405, 'This address does not take that method'],
  too_large: [413, 'The request is too large'],
  unsupported_media_type: [415, 'This kind of body is not taken here'],
  too_many_requests: [429, 'Too many requests; wait and try again'],
  internal: [500, 'Something broke on our side'],
  unavailable: [503, 'A part of the shop is down; nothing is lost'],
  storage_full: [507, 'The shop has no room for files now; nothing was kept'],
  timeout: [408, 'The request took too long to arrive'],

  // people
  link_used: [410, 'This sign-in link was used or is too old'],
  message_answered: [409, 'This message has had another answer'],
  mail_settled: [409, 'This mail has left, is leaving, or is not wanted'],
  account_needed: [409, 'Something still needs your account'],
  email_unchanged: [409, 'This is the address of the account'],
  email_link_dead: [410, 'This link was used, called off, or is too old'],
  email_taken: [409, 'This address has become that of another account'],
  email_change_settled: [409, 'It is too late to call this change off by its link'],
  copy_gone: [410, 'This copy can no longer be fetched: ask for another'],

  // submissions
  not_an_image: [422, 'The file is not a PNG, JPEG or WebP image'],
  image_too_large: [422, 'The image has too many pixels'],
  image_broken: [422, 'The image cannot be read to its end'],
  image_too_small: [422, 'The image is too small to print'],
  too_many_uploads: [429, 'Too many files of yours came in a short time'],
  upload_interrupted: [400, 'The upload ended before the file did'],
  field_missing: [400, 'A field of the form is missing or too long'],
  rights_not_declared: [422, 'Declare that the design is yours'],
  submissions_closed: [409, 'This round does not take designs now'],
  round_full: [409, 'This round has all the designs it can show fairly'],
  too_many_designs: [409, 'You have handed in as many designs as a round takes from one person'],
  placement_outside: [422, 'The picture would leave the print area, or be too small'],
  already_submitted: [409, 'You have handed in this very file in this round'],
  not_owner: [403, 'Only the designer of the design may do this'],
  design_not_changeable: [409, 'This design can no longer be changed'],
  design_not_reviewable: [409, 'This design does not wait for a decision'],
  artwork_not_checked: [409, 'The artwork is still being checked'],

  // rounds
  round_exists: [409, 'There is a round of that name or at that time'],
  round_not_changeable: [409, 'What this round has already begun cannot be planned again'],
  dates_out_of_order: [422, 'The moments of a round must follow one another and touch the next round'],
  calendar_refused: [409, 'These months cannot be planned so'],
  cannot_advance: [409, 'The round cannot move on yet'],
  not_counted: [409, 'The round is not counted yet'],
  not_closed: [409, 'The round is not closed yet'],
  cannot_close: [409, 'The round cannot be closed yet'],
  closed_differently: [409, 'The round was closed with another result'],
  cannot_cancel: [409, 'The round can no longer be cancelled'],
  cannot_pass_over: [409, 'This design cannot be passed over'],

  // ballots
  round_closed: [409, 'The round does not take votes now'],
  not_dealt: [403, 'You can only rate designs that were dealt to you'],
  own_design: [403, 'You cannot rate your own design'],
  already_rated: [409, 'A rated design cannot be skipped'],
  account_too_new: [403, 'The final is for accounts made before it opened'],
  not_covered: [409, 'No signed head covers this line yet'],
  bundle_not_ready: [409, 'The bundle is published when the round is decided'],
  cannot_decide: [409, 'This cannot be decided so now'],
  cannot_appeal: [409, 'You cannot appeal now'],
  appeal_decided: [409, 'This appeal had another answer'],

  // bounties
  iban_invalid: [422, 'The IBAN is not right'],
  iban_locked: [409, 'The IBAN is frozen'],
  payee_missing: [409, 'Give the name and IBAN first'],
  contract_changed: [409, 'The contract is not the one you read'],
  nothing_to_pay: [409, 'No bounty waits to be paid'],
  debtor_missing: [409, "The shop's own name and IBAN are not set"],
  sign_in_again: [403, 'This asks for a fresh sign-in'],
  contract_open: [409, 'The contract is not accepted yet: the account is given with the payee'],
  iban_unchanged: [409, 'This is the account on file'],
  iban_change_waits: [409, 'The waiting time of this account is not over'],
  iban_change_decided: [409, 'This change of account was decided otherwise'],
  second_person: [403, 'This asks for a second person'],
  social_security_invalid: [422, 'The social-security number is not right'],
  rate_too_early: [422, 'A rate begins after today, and after the one before it'],
  statement_not_ready: [409, 'The statement is made when the payee is known'],
  payment_settled: [409, 'This payment was settled otherwise'],
  payout_void: [409, 'This file was cancelled: it must not reach the bank'],
  payout_stopped: [409, 'A bounty of this file is paid already: it must not reach the bank'],
  cannot_cancel_payout: [409, 'This file cannot be cancelled any more'],
  bank_file_invalid: [422, 'This is no answer of a bank that we can read'],
  bank_plan_changed: [409, 'The file would do something else now than when you looked'],
  bank_line_solved: [409, 'This line was solved otherwise'],

  // runs, orders, payments
  sold_out: [409, 'No piece is left'],
  run_not_open: [409, 'This run is not on sale'],
  key_reused: [422, 'This idempotency key was used for another request'],
  key_missing: [400, 'Send an Idempotency-Key header'],
  option_unknown: [422, 'The run does not come in this size, cut or fabric'],
  label_not_sewable: [422, 'The label has a letter that we cannot sew'],
  order_lapsed: [409, 'The hold on this order has lapsed'],
  order_not_payable: [409, 'This order does not wait for a payment'],
  order_not_sendable: [409, 'This order cannot be sent now'],
  shirt_printed: [409, 'The shirt is being printed: its size and cut stand'],

  // prints, feedback
  nothing_to_print: [409, 'No piece waits to be printed'],
  sizes_missing: [409, 'Some pieces have no size yet'],
  packet_not_ready: [409, 'The packet is not made'],
  over_delivered: [422, 'More pieces are counted than were ordered'],
  delivery_settled: [409, 'This print order is fully delivered'],
  not_delivered: [409, 'The order was not sent yet'],
  letter_not_ready: [404, 'The letter is written when the round is decided'],
  settings_invalid: [422, 'A setting is not right'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemCode = keyof typeof problems;

/** One thing to mend: where (a JSON pointer or a field's name) and why, in a word that the web can translate. */
export interface ProblemReason {
  readonly code: string;
  readonly field?: string;
  readonly detail?: string;
}

/** RFC 9457 problem details, as sent. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail?: string;
  readonly reasons?: readonly ProblemReason[];
  readonly instance?: string;
}

/** A refusal that tells what to do. Thrown by use cases; the HTTP layer makes the answer of it. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly detail: string | undefined;
  readonly reasons: readonly ProblemReason[] | undefined;

  constructor(code: ProblemCode, details: { detail?: string; reasons?: readonly ProblemReason[] } = {}) {
    super(details.detail ?? problems[code][1]);
    this.name = 'Problem';
    this.code = code;
    this.status = problems[code][0];
    this.detail = details.detail;
    this.reasons = details.reasons;
  }

  toBody(instance?: string): ProblemBody {
    return {
      type: `/api/docs#problem-${this.code}`,
      title: problems[this.code][1],
      status: this.status,
      code: this.code,
      ...(this.detail === undefined ? {} : { detail: this.detail }),
      ...(this.reasons === undefined ? {} : { reasons: this.reasons }),
      ...(instance === undefined ? {} : { instance }),
    };
  }
}
