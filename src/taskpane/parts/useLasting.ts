import { useEffect, useState } from 'react';

/** The value once it has lasted so long; null before, and at once when the value is null. */
export function useLasting<T>(value: T | null, milliseconds: number): T | null {
  const [lasting, setLasting] = useState<T | null>(null);
  useEffect(() => {
    if (value === null) return undefined;
    const timer = setTimeout(() => setLasting(value), milliseconds);
    return () => {
      clearTimeout(timer);
      setLasting(null);
    };
  }, [value, milliseconds]);
  return lasting;
}
