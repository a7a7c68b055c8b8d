import { render } from "preact";
import lazy, { ErrorBoundary } from "preact-iso/lazy";
import { LocationProvider, Route, Router, useLocation } from "preact-iso/router";
import { useEffect, useState } from "preact/hooks";
import { readSession, signInAddress } from "./session/session";
import { Lost } from "./shell/Lost";
import { NotFound } from "./shell/NotFound";
import { Shell } from "./shell/Shell";
import Value from "./value/Value";

const WhatIf = lazy(() => import("./value/WhatIf"));
const History = lazy(() => import("./history/History"));
const Valuation = lazy(() => import("./history/Valuation"));
const Collection = lazy(() => import("./collection/Collection"));
const CollectionStone = lazy(() => import("./collection/CollectionStone"));
const Appraise = lazy(() => import("./appraise/Appraise"));
const Upload = lazy(() => import("./upload/Upload"));
const PriceList = lazy(() => import("./pricelist/PriceList"));
const Models = lazy(() => import("./models/Models"));
const Keys = lazy(() => import("./keys/Keys"));

function App() {
  return (
    <LocationProvider scope="/app">
      <Shell>
        <Pages />
      </Shell>
    </LocationProvider>
  );
}

/** The page of this address; each comes once it is wanted, and may not come. */
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
