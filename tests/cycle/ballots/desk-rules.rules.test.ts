import { networkOf } from '@fraisier/server/platform/http/networks.ts';
import {
  type AppealFacts,
  clusterActs,
  type DeskFacts,
  reasonsNotToAppeal,
  reasonsNotToDecide,
} from '@fraisier/shared/cycle/desk-rules.ts';
import { describe, expect, it } from 'vitest';

const facts = (change: Partial<DeskFacts> = {}): DeskFacts => ({
  phase: 'frozen',
  state: 'open',
  quarantinedBy: [],
  actor: 'odile',
  changesWinner: false,
  signed: false,
  ...change,
});
const codes = (act: (typeof clusterActs)[number], change: Partial<DeskFacts>) =>
  reasonsNotToDecide(act, facts(change)).map(({ code, detail }) => (detail ? `${code} ${detail}` : code));

describe('what an operator can do with a cluster', () => {
  it.each(['voting', 'final', 'frozen'] as const)('in %s: decide an open one, and release one set aside', (phase) => {
    expect(codes('quarantine', { phase })).toEqual([]);
    expect(codes('dismissal', { phase })).toEqual([]);
    expect(codes('release', { phase, state: 'quarantined' })).toEqual([]);
    expect(codes('signature', { phase, state: 'quarantined' })).toEqual([`wrong_phase ${phase}`]);
  });

  it('is nothing that contradicts what was decided', () => {
    expect(codes('quarantine', { state: 'dismissed' })).toEqual(['already_dismissed']);
    expect(codes('quarantine', { state: 'released' })).toEqual(['already_released']);
    expect(codes('dismissal', { state: 'quarantined' })).toEqual(['already_quarantined']);
    expect(codes('release', { state: 'open' })).toEqual(['not_quarantined open']);
    expect(codes('release', { state: 'dismissed' })).toEqual(['not_quarantined dismissed']);
  });

  it('once counted, is for a second operator, and only where the winner is another', () => {
    const counted = { phase: 'counted', state: 'quarantined' } as const;
    expect(codes('signature', counted)).toEqual(['signature_not_needed']);
    expect(codes('release', counted)).toEqual(['signature_not_needed']);
    const changed = { ...counted, changesWinner: true };
    expect(codes('signature', changed)).toEqual([]);
    expect(codes('release', changed)).toEqual([]);
    expect(codes('signature', { ...changed, quarantinedBy: ['odile'] })).toEqual(['second_operator_needed']);
    expect(codes('release', { ...changed, quarantinedBy: ['odile'], signed: true })).toEqual([
      'already_signed',
      'second_operator_needed',
    ]);
    expect(codes('quarantine', { phase: 'counted' })).toEqual(['wrong_phase counted']);
  });

  it('is nothing before the vote, and nothing after the close', () => {
    for (const phase of ['planned', 'collecting', 'decided', 'cancelled'] as const) {
      for (const act of clusterActs)
        expect(codes(act, { phase, state: 'quarantined' })).toContain(`wrong_phase ${phase}`);
    }
  });
});

describe('an appeal', () => {
  const appeal = (change: Partial<AppealFacts> = {}) =>
    reasonsNotToAppeal({ phase: 'counted', now: 1000, appealsEndAt: 2000, setAside: true, appealed: false, ...change });

  it('is open until its time is over, and without an end before the count', () => {
    expect(appeal({ now: 1999 })).toEqual([]);
    expect(appeal({ now: 2000 })).toEqual([{ code: 'appeals_over', detail: '1970-01-01T00:00:02.000Z' }]);
    expect(appeal({ phase: 'voting', now: 9e12, appealsEndAt: null })).toEqual([]);
    expect(appeal({ phase: 'cancelled', appealsEndAt: null })).toEqual([{ code: 'appeals_over' }]);
  });

  it('needs something set aside, and is made once', () => {
    expect(appeal({ setAside: false })).toEqual([{ code: 'not_set_aside' }]);
    expect(appeal({ appealed: true, setAside: false })).toEqual([{ code: 'already_appealed' }]);
    expect(appeal({ phase: 'decided', setAside: false }).map((one) => one.code)).toEqual([
      'not_set_aside',
      'appeals_over',
    ]);
  });
});

describe('the network of an address', () => {
  it.each([
    ['192.0.2.77', '192.0.2.0/24'],
    ['::ffff:192.0.2.77', '192.0.2.0/24'],
    ['::FFFF:C000:24D', '192.0.2.0/24'],
    ['2001:db8:12:3456::1', '2001:db8:12::/48'],
    ['2001:db8:12:3456:7:8:9:a', '2001:db8:12::/48'],
    ['2001:0db8:0012::', '2001:db8:12::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
    ['::1', '0:0:0::/48'],
    ['64:ff9b::192.0.2.77', '64:ff9b:0::/48'],
    ['nonsense', null],
    ['', null],
  ])('%s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
