import type { FabricId } from '@fraisier/shared/cycle/garments.ts';
import { useEffect, useMemo, useRef, useState } from 'react';
import { findingsOn, type ReadFile, type Reading, type ReadingRules, readFile } from './read-file.ts';

/**
 * The chosen file, as far as it is read, on the chosen fabric. Another one, or leaving the page, ends the reading of
 * the one before.
 */
export function useReadFile(rules: ReadingRules, fabric: FabricId | null) {
  const [read, setRead] = useState<ReadFile | null>(null);
  const reading = useRef<Reading | null>(null);
  // The copies stay: the page of the design shows one until the shop has made its own.
  useEffect(() => () => reading.current?.stop(), []);
  const take = (file: File) => {
    reading.current?.stop();
    reading.current?.free();
    reading.current = readFile(file, rules, setRead);
  };
  const shown = useMemo(() => read && { ...read, findings: findingsOn(read, rules, fabric) }, [read, rules, fabric]);
  return { read: shown, take };
}

/** Read to its end, and nothing in the way of sending it. What this browser cannot measure, the shop does. */
export function canBeSent(read: ReadFile | null): read is ReadFile {
  return (
    read !== null &&
    (read.stage === 'done' || read.stage === 'unmeasured') &&
    read.findings.every(({ level }) => level !== 'block')
  );
}
