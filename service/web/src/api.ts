import createClient from "openapi-fetch";
import type { components, paths } from "../target/api";
import { endSession, session } from "./session/session";

export type Schemas = components["schemas"];
export type Stone = Schemas["Stone"];
export type Range = Schemas["Range"];
export type Problem = Schemas["Problem"];

/** An answer that isn't the one hoped for, or none at all. */
export class Failure extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
  }

  get status(): number {
    return this.problem.status;
  }

  /** Whether the same may be answered a little later. */
  get isAway(): boolean {
    return this.status === 0 || this.status === 503;
  }

  /** What is wrong with each member of the body, by its JSON pointer. */
  get byPointer(): Map<string, string> {
    return new Map((this.problem.errors ?? []).map((error) => [error.pointer, error.detail]));
  }
}

const away: Problem = {
  type: "about:blank",
  title: "Facet doesn't answer",
  status: 0,
  detail: "Check your connection. Nothing that you typed is lost.",
  instance: "",
  request_id: "",
};

const over: Problem = { ...away, title: "Your session has ended", status: 401, detail: "Sign in in another window, come back, and try again; what you typed is still here." };

/** `fetch` with the session's token against forged requests. Ends the session where the service no longer knows it. */
export async function call(request: Request | string, init?: RequestInit): Promise<Response> {
  const asked = new Request(request, init);
  const token = session.value?.csrf_token;
  if (token && asked.method !== "GET") asked.headers.set("X-CSRF-Token", token);
  let answer: Response;
  try {
    answer = await fetch(asked);
  } catch (failure) {
    if (asked.signal.aborted) throw failure;
    throw new Failure(away);
  }
  if (answer.status === 401) {
    endSession();
    throw new Failure(over);
  }
  return answer;
}

export const api = createClient<paths>({ fetch: (request) => call(request) });

/** What was answered, or throws the {@link Failure} that came instead. */
export async function answered<T>(asking: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await asking;
  if (!response.ok) throw new Failure(asProblem(error, response));
  return data as T;
}

/** The same for `call`. */
export async function failureOf(response: Response): Promise<Failure> {
  const body: unknown = await response.json().catch(() => undefined);
  return new Failure(asProblem(body, response));
}

/** All that is listed, page after page; each is asked for from the cursor of the one before. */
export async function allPages<T>(ask: (from: { cursor?: string }) => Promise<{ data: T[]; next_cursor?: string | undefined }>): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask(cursor ? { cursor } : {});
    all.push(...page.data);
    cursor = page.next_cursor;
  } while (cursor);
  return all;
}

function asProblem(error: unknown, response: Response): Problem {
  const isOne = typeof error === "object" && error !== null && "title" in error;
  return isOne ? (error as Problem) : { ...away, title: response.statusText, status: response.status, detail: `The answer was ${response.status}.` };
}
