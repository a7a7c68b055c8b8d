import { useMemo } from "preact/hooks";

/** A key under which `subject` is sent: the same for every try, so that a second one makes nothing twice. */
export function useIdempotencyKey(subject: string): string {
  // Not crypto.randomUUID: pages over plain HTTP lack it.
  return useMemo(() => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join(""), [subject]);
}
