import type { FabricId } from '@fraisier/shared/cycle/garments.ts';
import { keptPlacement, type Placement } from '@fraisier/shared/cycle/placement.ts';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useRested } from '../use-rested.ts';
import { findingsOn, type ReadFile, type Reading, type ReadingRules, readFile } from './read-file.ts';

/**
 * The chosen file, as far as it is read, on the chosen fabric and where it was put on the shirt (`placement`: null is as
 * large as fits). Another one, or leaving the page, ends the reading of the one before.
 */
export function useReadFile(rules: ReadingRules, fabric: FabricId | null, chosen: Placement | null = null) {
  const [read, setRead] = useState<ReadFile | null>(null);
  const reading = useRef<Reading | null>(null);
  // The copies stay: the page of the design shows one until the shop has made its own.
  useEffect(() => () => reading.current?.stop(), []);
  const take = (file: File) => {
    reading.current?.stop();
    reading.current?.free();
    reading.current = readFile(file, rules, setRead);
  };
  const { width = 0, height = 0 } = read ?? {};
  const placement = useMemo(
    () => (width > 0 && height > 0 ? keptPlacement(rules.area, { width, height }, chosen) : null),
    [rules, width, height, chosen],
  );
  const isDone = read?.stage === 'done';
  const rested = useRested(placement);
  useEffect(() => {
    if (isDone) reading.current?.measureAt(rested);
  }, [isDone, rested]);
  const shown = useMemo(
    () => read && { ...read, findings: findingsOn(read, rules, { fabric, placement }) },
    [read, rules, fabric, placement],
  );
  return { read: shown, take, placement, rested };
}

/** Read to its end, and nothing in the way of sending it. What this browser cannot measure, the shop does. */
export function canBeSent(read: ReadFile | null): read is ReadFile {
  return (
    read !== null &&
    (read.stage === 'done' || read.stage === 'unmeasured') &&
    read.findings.every(({ level }) => level !== 'block')
  );
}
