// Serves the web app from its sources, before a running service: node dev.mjs HOME [PORT], where HOME is that of `./facet up`.
// Whoever opens it is signed in with the key HOME/keys/admin, so it listens on this machine only.
import { readFileSync, watch } from "node:fs";
import { createServer, request as ask } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle, checkTypes, describeApi } from "./build.mjs";

const [home, port = "5173"] = process.argv.slice(2);
if (!home) {
  console.error("usage: node dev.mjs HOME [PORT]");
  process.exit(2);
}
const here = fileURLToPath(new URL("./", import.meta.url));
const folder = join(here, "target/dev");
const service = readFileSync(join(home, "stack.properties"), "utf8").match(/^service=http:\/\/[^:]+:(\d+)/m)?.[1];
if (!service) throw new Error(`no service runs in ${home}: start it with ./facet up --home ${home}`);
const key = readFileSync(join(home, "keys/admin"), "utf8").trim();
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2" };

function rebuild() {
  try {
    bundle(folder);
    console.log(`built at ${new Date().toLocaleTimeString()}`);
    checkTypes();
  } catch (failure) {
    console.error(failure.message);
  }
}

describeApi();
rebuild();
let later;
watch(join(here, "src"), { recursive: true }, () => {
  clearTimeout(later);
  later = setTimeout(rebuild, 100);
});

createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://localhost");
  if (pathname.startsWith("/v1/") || pathname.startsWith("/docs") || pathname.startsWith("/v3/")) {
    const headers = { ...request.headers, "x-api-key": key };
    const inner = ask({ port: service, host: "127.0.0.1", path: request.url, method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    inner.on("error", () => response.writeHead(502).end());
    request.pipe(inner);
  } else if (pathname === "/session") {
    const session = { name: "admin", business: "house", csrf_token: "none", expires_at: "2099-01-01T00:00:00Z", scopes: ["estimates", "valuations", "appraisals", "collection", "metrics", "admin"] };
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(session));
  } else {
    const name = pathname.startsWith("/app") || pathname === "/" ? "/index.html" : pathname === "/login" ? "/login.html" : pathname;
    try {
      const bytes = readFileSync(join(folder, name));
      const csp = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'";
      response.writeHead(200, { "content-type": types[extname(name)] ?? "application/octet-stream", "content-security-policy": csp }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  }
}).listen(Number(port), "127.0.0.1", () => console.log(`http://127.0.0.1:${port}/app/`));
