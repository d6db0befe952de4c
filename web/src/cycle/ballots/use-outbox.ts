import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { deviceStorage } from '../../platform/device.ts';
import { answersKey } from './kept-answers.ts';
import { createOutbox, type Outbox, type OutboxOptions } from './outbox.ts';
import { sendAnswers } from './send-answers.ts';

/** Seconds before each new try, while no answer comes. */
const PATIENCE = [2, 4, 8, 15, 30, 60];

/** The answers of one member in one round that are not taken yet: found again, sent, and sent again. */
export function useOutbox(round: string, member: string, onOutcome: NonNullable<OutboxOptions['onOutcome']>): Outbox {
  const told = useRef(onOutcome);
  told.current = onOutcome;
  const [outbox] = useState(() => {
    const key = answersKey(member, round);
    return createOutbox({
      storage: deviceStorage(),
      key,
      send: (answers) => sendAnswers({ round, member }, answers),
      onOutcome: (answer, outcome) => told.current(answer, outcome),
      alone: (act) => ('locks' in navigator ? navigator.locks.request(key, act) : act()),
    });
  });

  useEffect(() => {
    outbox.load();
    const send = () => void outbox.flush();
    if (outbox.getState().waiting.length > 0) send();
    addEventListener('online', send);
    return () => removeEventListener('online', send);
  }, [outbox]);

  const stopped = useStore(outbox, (state) => state.stopped);
  const sending = useStore(outbox, (state) => state.sending);
  const tries = useRef(0);
  useEffect(() => {
    if (sending) return;
    if (stopped === null) tries.current = 0;
    if (stopped === null || stopped === 'not_signed_in') return;
    const seconds = PATIENCE[Math.min(tries.current, PATIENCE.length - 1)] ?? 60;
    tries.current += 1;
    const timer = setTimeout(() => void outbox.flush(), seconds * 1000);
    return () => clearTimeout(timer);
  }, [outbox, stopped, sending]);

  return outbox;
}
