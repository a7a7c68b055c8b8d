import { useEffect, useRef, useState } from "preact/hooks";
import { allPages, answered, api, type Schemas } from "../api";
import { count, percent, usd, usdCents } from "../format";
import { useAct } from "../kit/act";
import { useAsked } from "../kit/asked";
import { Field } from "../kit/Field";
import { FailureNotice, Notice } from "../kit/Notice";
import { useIdempotencyKey } from "../kit/once";
import { Page } from "../shell/Page";
import { Facts } from "../stone/Facts";
import { stoneName } from "../stone/name";
import { money } from "./money";
import { Sent } from "./Sent";

type Piece = Schemas["CollectionStone"];

/** The expert's desk: the stones that nobody has priced yet, those first of which the model is least sure. */
export default function Appraise() {
  const [done, setDone] = useState(0);
  const [skipped, setSkipped] = useState<ReadonlySet<number>>(new Set());
  const asked = useAsked("queue", unpriced);
  const queue = (asked.answer ?? []).filter((piece) => !skipped.has(piece.number));
  const next = queue[0];
  const leave = (piece: Piece) => setSkipped(new Set([...skipped, piece.number]));
  return (
    <Page title="Appraise" lead="Your prices are what the next model learns from.">
      <div class="workbench">
        <section class="card bench">
          {asked.failure && <FailureNotice failure={asked.failure} />}
          {!asked.answer && !asked.failure && <div class="waiting" aria-busy="true" />}
          {asked.answer && !next && <p class="empty">Every stone of the collection has a price.</p>}
          {next && (
            <Desk
              key={next.number}
              piece={next}
              again={done + skipped.size > 0}
              onSkip={() => leave(next)}
              onSent={() => {
                leave(next);
                setDone(done + 1);
              }}
            />
          )}
        </section>
        <section class="card result">
          <h2 class="first">The queue</h2>
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

/** What the books don't price and nobody has sent a price for, the first 500 of which the model is least sure. */
async function unpriced(signal: AbortSignal): Promise<Piece[]> {
  const appraisals = await allPages((from) => answered(api.GET("/v1/appraisals", { params: { query: { limit: 100, ...from } }, signal })));
  const sent = new Set(appraisals.map(({ stone }) => facts(stone)));
  const page = await answered(api.GET("/v1/collection", { params: { query: { appraised: false, sort: "-uncertainty", limit: 500 } }, signal }));
  return page.data.filter(({ stone }) => !sent.has(facts(stone)));
}

const facts = ({ carat, cut, color, clarity, depth, table, x, y, z }: Schemas["Stone"]): string => [carat, cut, color, clarity, depth, table, x, y, z].join(" ");

function Desk({ piece, again, onSkip, onSent }: { piece: Piece; again: boolean; onSkip: () => void; onSent: () => void }) {
  const [price, setPrice] = useState("");
  const [shown, setShown] = useState(false);
  const [unreadable, setUnreadable] = useState<string>();
  const sending = useAct();
  const { stone, range } = piece;
  const key = useIdempotencyKey(price);
  const form = useRef<HTMLFormElement>(null);
  // Whoever prices one after the other types on.
  useEffect(() => void (again && form.current?.querySelector("input")?.focus()), []);

  const problem = unreadable ?? sending.failure?.byPointer.get("/price");

  const type = (text: string) => {
    setPrice(text);
    setUnreadable(undefined);
  };

  const send = (event: Event) => {
    event.preventDefault();
    const value = money(price);
    if (!(value > 0)) {
      setUnreadable(price.trim() === "" ? "is missing" : "is not a price: write it as 3412.50");
      return;
    }
    setUnreadable(undefined);
    const odd = value > 2 * range.high || value < range.low / 2;
    if (odd && !confirm(`${usdCents(value)} is far from what the model expects. Send it?`)) return;
    void sending.act(async () => {
      await answered(api.POST("/v1/appraisals", { body: { ...stone, price: value }, params: { header: { "Idempotency-Key": key } } }));
      onSent();
    });
  };

  return (
    <form ref={form} onSubmit={send}>
      <h2 class="first">No. {piece.number}</h2>
      <dl class="facts">
        <dt>Stone</dt>
        <dd>
          {stoneName(stone)}
        </dd>
        <Facts stone={stone} />
      </dl>
      <Field label="Your price" unit="USD" value={price} problem={problem} hint={money(price) > 0 ? `Reads as ${usdCents(money(price))}` : undefined} onInput={type} />
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
