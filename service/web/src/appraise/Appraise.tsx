import { useState } from "preact/hooks";
import { answered, api, type Schemas } from "../api";
import { count, percent, usd } from "../format";
import { useAct } from "../kit/act";
import { useAsked } from "../kit/asked";
import { Field } from "../kit/Field";
import { FailureNotice, Notice } from "../kit/Notice";
import { Page } from "../shell/Page";
import { number } from "../stone/draft";
import { Facts } from "../stone/Facts";
import { stoneName } from "../stone/name";
import { Sent } from "./Sent";

type Piece = Schemas["CollectionStone"];

/** The expert's desk: the stones that nobody has priced yet, those first of which the model is least sure. */
export default function Appraise() {
  const [done, setDone] = useState(0);
  const [skipped, setSkipped] = useState<ReadonlySet<number>>(new Set());
  const asked = useAsked("queue", (signal) => answered(api.GET("/v1/collection", { params: { query: { appraised: false, sort: "-uncertainty", limit: 500 } }, signal })));
  const queue = (asked.answer?.data ?? []).filter((piece) => !skipped.has(piece.number));
  const next = queue[0];
  const leave = (piece: Piece) => setSkipped(new Set([...skipped, piece.number]));
  return (
    <Page title="Appraise" lead="Your prices are what the next model learns from.">
      <div class="workbench">
        <section class="card bench">
          {asked.failure && <FailureNotice failure={asked.failure} />}
          {asked.answer && !next && <p class="empty">Every stone of the collection has a price.</p>}
          {next && (
            <Desk
              key={next.number}
              piece={next}
              onSkip={() => leave(next)}
              onSent={() => {
                leave(next);
                setDone(done + 1);
              }}
            />
          )}
        </section>
        <section class="card result">
          <h2>The queue</h2>
          <p class="hint">
            {count(queue.length)} to price; first those of which the model is least sure. {done > 0 && `You priced ${count(done)} just now.`}
          </p>
          <ol class="queue">
            {queue.slice(0, 12).map((piece) => (
              <li key={piece.number} aria-current={piece === next ? "true" : undefined}>
                <span>
                  No. {piece.number}: {stoneName(piece.stone)}
                </span>
                <small>± {percent((piece.range.high - piece.range.low) / 2 / piece.price)}</small>
              </li>
            ))}
          </ol>
          <Sent again={done} />
        </section>
      </div>
    </Page>
  );
}

function Desk({ piece, onSkip, onSent }: { piece: Piece; onSkip: () => void; onSent: () => void }) {
  const [price, setPrice] = useState("");
  const [shown, setShown] = useState(false);
  const [unreadable, setUnreadable] = useState<string>();
  const sending = useAct();
  const { stone, range } = piece;

  const problem = unreadable ?? sending.failure?.byPointer.get("/price");

  const send = (event: Event) => {
    event.preventDefault();
    const value = number(price.replaceAll(/[$\s]/g, ""));
    if (!(value > 0)) {
      setUnreadable(price.trim() === "" ? "is missing" : "is not a price: write it as 3412.50");
      return;
    }
    setUnreadable(undefined);
    void sending.act(async () => {
      await answered(api.POST("/v1/appraisals", { body: { ...stone, price: value }, params: { header: { "Idempotency-Key": crypto.randomUUID() } } }));
      onSent();
    });
  };

  return (
    <form onSubmit={send}>
      <h2 class="first">No. {piece.number}</h2>
      <dl class="facts">
        <dt>Stone</dt>
        <dd>
          {stoneName(stone)}
        </dd>
        <Facts stone={stone} />
      </dl>
      <Field label="Your price" unit="USD" value={price} problem={problem} onInput={setPrice} />
      {shown ? (
        <Notice>
          The model says {usd(piece.price)}, from {usd(range.low)} to {usd(range.high)}.
        </Notice>
      ) : (
        <p>
          <button type="button" class="link" onClick={() => setShown(true)}>
            Show what the model says
          </button>{" "}
          <small class="hint">Better after you have made up your mind.</small>
        </p>
      )}
      {sending.failure && !problem && <FailureNotice failure={sending.failure} />}
      <div class="buttons">
        <button type="submit" class="primary" disabled={sending.pending}>
          {sending.pending ? "Sending…" : "Send"}
        </button>
        <button type="button" onClick={onSkip}>
          Later
        </button>
      </div>
    </form>
  );
}
