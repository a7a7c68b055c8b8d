import { useEffect, useState } from "preact/hooks";

/** Who is signed in, with which key's scopes. */
export interface Session {
  name: string;
  business: string;
  scopes: string[];
  csrf_token: string;
  expires_at: string;
}

/** The session of this page; read at its start, gone when the service no longer knows it. */
export const session: { value: Session | undefined } = { value: undefined };

const ended = new EventTarget();

export async function readSession(): Promise<Session | undefined> {
  const answer = await fetch("/session", { headers: { Accept: "application/json" } });
  session.value = answer.ok ? ((await answer.json()) as Session) : undefined;
  return session.value;
}

export function endSession(): void {
  session.value = undefined;
  ended.dispatchEvent(new Event("ended"));
}

/** Whether the session of this page has ended, which leaves what was typed where it is. */
export function useEnded(): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const end = () => setOver(true);
    ended.addEventListener("ended", end);
    return () => ended.removeEventListener("ended", end);
  }, []);
  return over;
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
