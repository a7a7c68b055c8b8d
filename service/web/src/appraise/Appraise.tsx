import { useState } from "preact/hooks";
import { answered, api, Failure, type Schemas } from "../api";
import { carats, count, decimal, millimetres, percent, usd } from "../format";
import { useAsked } from "../kit/asked";
import { Field } from "../kit/Field";
import { FailureNotice, Notice } from "../kit/Notice";
import { Page } from "../shell/Page";
import { number } from "../stone/draft";
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
                  No. {piece.number}: {carats(piece.stone.carat)} {piece.stone.cut} {piece.stone.color} {piece.stone.clarity}
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
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const { stone, range } = piece;

  const send = async (event: Event) => {
    event.preventDefault();
    const value = number(price.replaceAll(/[$\s]/g, ""));
    if (!(value > 0)) {
      setProblem(price.trim() === "" ? "is missing" : "is not a price: write it as 3412.50");
      return;
    }
    setProblem(undefined);
    setPending(true);
    try {
      await answered(api.POST("/v1/appraisals", { body: { ...stone, price: value }, params: { header: { "Idempotency-Key": crypto.randomUUID() } } }));
      onSent();
    } catch (caught) {
      if (!(caught instanceof Failure)) throw caught;
      setProblem(caught.byPointer.get("/price"));
      setFailure(caught);
      setPending(false);
    }
  };

  return (
    <form onSubmit={send}>
      <h2 class="first">No. {piece.number}</h2>
      <dl class="facts">
        <dt>Stone</dt>
        <dd>
          {carats(stone.carat)} {stone.cut} {stone.color} {stone.clarity}
        </dd>
        <dt>Length × width × height</dt>
        <dd>
          {decimal(stone.x)} × {decimal(stone.y)} × {millimetres(stone.z)}
        </dd>
        <dt>Depth and table</dt>
        <dd>
          {decimal(stone.depth)} %, {decimal(stone.table)} %
        </dd>
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
      {failure && !problem && <FailureNotice failure={failure} />}
      <div class="buttons">
        <button type="submit" class="primary" disabled={pending}>
          {pending ? "Sending…" : "Send"}
        </button>
        <button type="button" onClick={onSkip}>
          Later
        </button>
      </div>
    </form>
  );
}
