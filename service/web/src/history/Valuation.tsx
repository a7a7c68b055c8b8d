import { useLocation, useRoute } from "preact-iso/router";
import { useState } from "preact/hooks";
import { answered, api, type Schemas } from "../api";
import { dateTime } from "../format";
import { useAct } from "../kit/act";
import { useAsked } from "../kit/asked";
import { FailureNotice } from "../kit/Notice";
import { Answer } from "../price/Answer";
import { useExplained } from "../price/explained";
import { Page } from "../shell/Page";
import { draftOf, query } from "../stone/draft";
import { Facts } from "../stone/Facts";
import { stoneName } from "../stone/name";
import { Today } from "./Today";

/** A valuation as it was made, and what today's champion would say instead. */
export default function Valuation() {
  const { id } = useRoute().params as { id: string };
  const asked = useAsked(id, (signal) => answered(api.GET("/v1/valuations/{id}", { params: { path: { id } }, signal })));
  const valuation = asked.answer;
  if (asked.failure) {
    return (
      <Page title="Valuation">
        <FailureNotice failure={asked.failure} />
      </Page>
    );
  }
  if (!valuation) return <Page title="Valuation">{null}</Page>;
  const { stone } = valuation;
  return (
    <Page title={stoneName(stone)} lead={<Made valuation={valuation} />}>
      <div class="workbench">
        <aside class="card bench">
          <dl class="facts">
            <Facts stone={stone} />
            <dt>Id</dt>
            <dd>
              <code>{valuation.id}</code>
            </dd>
          </dl>
          <Actions valuation={valuation} />
          <Now valuation={valuation} />
        </aside>
        <section class="card result">
          <Answer answer={valuation} />
        </section>
      </div>
    </Page>
  );
}

function Made({ valuation }: { valuation: Schemas["Valuation"] }) {
  return (
    <>
      {valuation.client_reference && <>{valuation.client_reference} · </>}
      {dateTime(valuation.created_at)} · model version {valuation.model.version}
    </>
  );
}

function Actions({ valuation }: { valuation: Schemas["Valuation"] }) {
  const location = useLocation();
  const [copied, setCopied] = useState(false);
  const erasing = useAct();
  const share = async () => {
    // Pages over plain HTTP have no clipboard.
    if (!navigator.clipboard) return void prompt("The link to this valuation:", window.location.href);
    await navigator.clipboard.writeText(window.location.href);
    setCopied(true);
  };
  const erase = () =>
    erasing.act(async () => {
      if (!confirm("Erase this valuation for good?")) return;
      await answered(api.DELETE("/v1/valuations/{id}", { params: { path: { id: valuation.id } } }));
      location.route("/app/valuations");
    });
  return (
    <div class="buttons">
      <a class="button primary" href={`/v1/valuations/${valuation.id}/certificate`} target="_blank" rel="noopener">
        Certificate (PDF)
      </a>
      <button type="button" onClick={share}>
        {copied ? "Link copied" : "Copy link"}
      </button>
      <a class="button" href={`/app/what-if?${query(draftOf(valuation.stone))}`}>
        What if…
      </a>
      <button type="button" class="link" onClick={erase}>
        Erase
      </button>
      {erasing.failure && <FailureNotice failure={erasing.failure} />}
    </div>
  );
}

function Now({ valuation }: { valuation: Schemas["Valuation"] }) {
  const asked = useExplained(valuation.stone);
  if (asked.failure) return <FailureNotice failure={asked.failure} />;
  return asked.answer ? <Today then={valuation} now={asked.answer} /> : null;
}
