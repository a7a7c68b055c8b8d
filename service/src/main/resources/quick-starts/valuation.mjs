// A valuation from JavaScript: node valuation.mjs, Node 20 or later, nothing to install.
const { FACET_URL, FACET_KEY } = process.env;

async function ask(path, body, headers = {}) {
  const answer = await fetch(FACET_URL + path, {
    method: "POST",
    headers: { "X-API-Key": FACET_KEY, "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  const said = await answer.json();
  if (!answer.ok) throw new Error(`${said.title}: ${said.detail ?? ""} ${JSON.stringify(said.errors ?? [])} (request ${said.request_id})`);
  return said;
}

const stone = { carat: 0.72, cut: "Ideal", color: "F", clarity: "VS1", depth: 61.5, table: 56, x: 5.75, y: 5.78, z: 3.55 };

// Ask for a price; nothing is stored.
const estimate = await ask("/v1/estimates", stone);
console.log(`$${estimate.price}, from $${estimate.range.low} to $${estimate.range.high}`);

// Have it stored with its reasons. Sent again with the same key it makes nothing twice.
const valuation = await ask("/v1/valuations", { ...stone, client_reference: "tray 4, stone 12" }, { "Idempotency-Key": "tray-4-stone-12-of-javascript" });
console.log(valuation.id);
for (const reason of valuation.reasons) console.log(`${reason.usd} ${reason.text}`);
