import { render, type ComponentType } from "preact";
import lazy, { ErrorBoundary } from "preact-iso/lazy";
import { LocationProvider, Route, Router, useLocation } from "preact-iso/router";
import { useEffect, useState } from "preact/hooks";
import { readSession, signInAddress } from "./session/session";
import { Lost } from "./shell/Lost";
import { NotFound } from "./shell/NotFound";
import { Shell } from "./shell/Shell";
import Value from "./value/Value";

/** A page that is fetched when it is wanted; what can't be fetched is said in its place. */
function late(page: () => Promise<{ default: ComponentType }>) {
  return lazy(() => page().catch(() => ({ default: Lost })));
}

const WhatIf = late(() => import("./value/WhatIf"));
const History = late(() => import("./history/History"));
const Valuation = late(() => import("./history/Valuation"));
const Collection = late(() => import("./collection/Collection"));
const CollectionStone = late(() => import("./collection/CollectionStone"));
const Appraise = late(() => import("./appraise/Appraise"));
const Upload = late(() => import("./upload/Upload"));
const PriceList = late(() => import("./pricelist/PriceList"));
const Models = late(() => import("./models/Models"));
const Keys = late(() => import("./keys/Keys"));

function App() {
  return (
    <LocationProvider scope="/app">
      <Shell>
        <Pages />
      </Shell>
    </LocationProvider>
  );
}

/** The page of this address. */
function Pages() {
  const [lost, setLost] = useState(false);
  const { url } = useLocation();
  useEffect(() => setLost(false), [url]);
  if (lost) return <Lost />;
  return (
    <ErrorBoundary onError={() => setLost(true)}>
      <Router>
        <Route path="/app" component={Value} />
        <Route path="/app/what-if" component={WhatIf} />
        <Route path="/app/valuations" component={History} />
        <Route path="/app/valuations/:id" component={Valuation} />
        <Route path="/app/collection" component={Collection} />
        <Route path="/app/collection/:number" component={CollectionStone} />
        <Route path="/app/appraise" component={Appraise} />
        <Route path="/app/upload" component={Upload} />
        <Route path="/app/price-list" component={PriceList} />
        <Route path="/app/models" component={Models} />
        <Route path="/app/keys" component={Keys} />
        <Route default component={NotFound} />
      </Router>
    </ErrorBoundary>
  );
}

if (await readSession()) render(<App />, document.getElementById("app")!);
else location.replace(signInAddress());
