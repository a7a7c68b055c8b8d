import { render } from "preact";
import { useState } from "preact/hooks";
import { Notice } from "./kit/Notice";

/** Sign in with a staff key; the key is sent once and kept nowhere in the browser. */
function Login() {
  const [key, setKey] = useState("");
  const [problem, setProblem] = useState("");
  const [pending, setPending] = useState(false);

  const signIn = async (event: Event) => {
    event.preventDefault();
    setPending(true);
    setProblem("");
    try {
      const answer = await fetch("/login", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ key: key.trim() }) });
      if (answer.ok) {
        location.replace(target());
        return;
      }
      const body = (await answer.json().catch(() => ({}))) as { detail?: string; title?: string };
      setProblem(body.detail ?? body.title ?? `The answer was ${answer.status}.`);
    } catch {
      setProblem("Facet doesn't answer. Try again in a moment.");
    }
    setPending(false);
  };

  return (
    <main class="login">
      <h1 class="brand">Facet</h1>
      <p class="lead">What a diamond is worth, and why.</p>
      <form class="card" onSubmit={signIn}>
        <label for="key">Your staff key</label>
        <input
          id="key"
          type="password"
          autocomplete="current-password"
          required
          autofocus
          placeholder="fct_live_…"
          value={key}
          aria-invalid={problem ? "true" : undefined}
          aria-describedby={problem ? "key-problem" : "key-hint"}
          onInput={(event) => setKey(event.currentTarget.value)}
        />
        <p id="key-hint" class="hint">
          It starts with fct_live_. Whoever runs Facet gives it to you.
        </p>
        <div id="key-problem">{problem && <Notice kind="problem">{problem}</Notice>}</div>
        <button type="submit" class="primary" disabled={pending}>
          {pending ? "Signing in…" : "Sign in"}
        </button>
      </form>
    </main>
  );
}

/** Only pages of the app are gone back to, whatever the address says. */
function target(): string {
  const to = new URLSearchParams(location.search).get("to") ?? "";
  const wanted = new URL(to, location.origin);
  return wanted.origin === location.origin && wanted.pathname.startsWith("/app") ? wanted.pathname + wanted.search : "/app/";
}

render(<Login />, document.getElementById("app")!);
