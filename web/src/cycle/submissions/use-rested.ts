import { useEffect, useState } from 'react';

const REST_MS = 300;

/** A value once it has been the same for a moment: what takes long waits until a hand rests. */
export function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
