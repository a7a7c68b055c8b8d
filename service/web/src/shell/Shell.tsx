import type { ComponentChildren } from "preact";
import { useLocation } from "preact-iso/router";
import { percent } from "../format";
import { Notice } from "../kit/Notice";
import { opens, session, signInAddress, signOut, useEnded } from "../session/session";
import { useUpload } from "../upload/work";

interface Place {
  path: string;
  name: string;
  /** The scope without which there is nothing to see there. */
  scope: string;
}

const places: Place[] = [
  { path: "/app/", name: "Value", scope: "estimates" },
  { path: "/app/what-if", name: "What if", scope: "estimates" },
  { path: "/app/collection", name: "Collection", scope: "collection" },
  { path: "/app/appraise", name: "Appraise", scope: "appraisals" },
  { path: "/app/valuations", name: "History", scope: "valuations" },
  { path: "/app/upload", name: "Upload", scope: "valuations" },
  { path: "/app/price-list", name: "Price list", scope: "estimates" },
  { path: "/app/models", name: "Models", scope: "estimates" },
  { path: "/app/keys", name: "Keys and use", scope: "admin" },
];

/** What surrounds every page: where one can go, who is signed in, and whether the session still lives. */
export function Shell({ children }: { children: ComponentChildren }) {
  const { path } = useLocation();
  const over = useEnded();
  const upload = useUpload();
  return (
    <>
      <a class="skip" href="#main">
        Skip to the page
      </a>
      <header class="top">
        <a class="brand" href="/app/">
          Facet
        </a>
        <nav aria-label="Pages">
          <ul>
            {places
              .filter((place) => opens(place.scope))
              .map((place) => (
                <li key={place.path}>
                  <a href={place.path} aria-current={isIn(path, place.path) ? "page" : undefined}>
                    {place.name}
                    {place.path === "/app/upload" && upload?.kind === "valuing" && ` ${percent(Math.floor(upload.progress.share * 100) / 100)}`}
                  </a>
                </li>
              ))}
          </ul>
        </nav>
        <div class="who">
          <span>{session.value?.name}</span>
          <button type="button" class="link" onClick={signOut}>
            Sign out
          </button>
        </div>
      </header>
      {over && (
        <div class="over">
          <Notice kind="warning">
            Your session has ended. What you typed is still here: <a href={signInAddress()} target="_blank" rel="noopener">sign in in another window</a>, then come back.
          </Notice>
        </div>
      )}
      {children}
    </>
  );
}

function isIn(path: string, place: string): boolean {
  return place === "/app/" ? path === "/app/" || path === "/app" : path === place || path.startsWith(`${place}/`);
}
