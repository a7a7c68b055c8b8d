import { useEffect, useState } from "preact/hooks";

/** Who is signed in, with which key's scopes. */
export interface Session {
  name: string;
  business: string;
  scopes: string[];
  csrf_token: string;
  expires_at: string;
}

/** The session of this page; read at its start, and again once it goes on after an end. */
export const session: { value: Session | undefined } = { value: undefined };

/** Tells when the session has ended, and when it goes on. */
const changes = new EventTarget();
let over = false;

export async function readSession(): Promise<Session | undefined> {
  const answer = await fetch("/session", { headers: { Accept: "application/json" } });
  if (!answer.ok) return undefined;
  session.value = (await answer.json()) as Session;
  tell(false);
  return session.value;
}

export function endSession(): void {
  tell(true);
}

function tell(ended: boolean): void {
  over = ended;
  changes.dispatchEvent(new Event("change"));
}

/**
 * Whether the session of this page has ended, which leaves what was typed where it is. Once somebody has signed in
 * elsewhere and comes back, it goes on.
 */
export function useEnded(): boolean {
  const [ended, setEnded] = useState(over);
  useEffect(() => {
    const told = () => setEnded(over);
    const back = () => over && void readSession();
    changes.addEventListener("change", told);
    addEventListener("focus", back);
    return () => {
      changes.removeEventListener("change", told);
      removeEventListener("focus", back);
    };
  }, []);
  return ended;
}

export async function signOut(): Promise<void> {
  await fetch("/logout", { method: "POST", headers: { "X-CSRF-Token": session.value?.csrf_token ?? "" } });
  location.assign("/login");
}

/** Whether the key that signed in opens `scope`. */
export function opens(scope: string): boolean {
  return session.value?.scopes.includes(scope) ?? false;
}

/** Where to sign in and come back from. */
export function signInAddress(): string {
  return `/login?to=${encodeURIComponent(location.pathname + location.search)}`;
}
