// Bundles the web app: node build.mjs [FOLDER], by default ../target/classes/web.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import esbuild from "esbuild";

const here = fileURLToPath(new URL("./", import.meta.url));

const pages = [
  { file: "index.html", title: "Facet", script: "app" },
  { file: "login.html", title: "Sign in – Facet", script: "login" },
];

/** Types of the API, from the document that the service writes. */
export function describeApi() {
  mkdirSync(join(here, "target"), { recursive: true });
  run("node_modules/.bin/openapi-typescript", "../openapi.yaml", "--output", "target/api.d.ts");
}

export function checkTypes() {
  run("node_modules/.bin/tsc", "--noEmit");
}

/** Bundles, and writes pages that name the bundles. */
export function bundle(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "assets"), { recursive: true });
  cpSync(join(here, "public"), folder, { recursive: true });
  const { metafile } = esbuild.buildSync({
    absWorkingDir: here,
    entryPoints: { app: "src/app.tsx", login: "src/login.tsx", style: "src/style/style.css" },
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    outdir: join(folder, "assets"),
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    minify: true,
    metafile: true,
    legalComments: "none",
    loader: { ".woff2": "file" },
    jsx: "automatic",
    jsxImportSource: "preact",
  });
  const bundles = Object.keys(metafile.outputs).map((path) => path.slice(path.lastIndexOf("/") + 1));
  const page = readFileSync(join(here, "page.html"), "utf8");
  for (const { file, title, script } of pages) {
    writeFileSync(join(folder, file), withBundles(page.replace("{title}", title).replace("{script}", script), bundles));
  }
  compress(join(folder, "assets"));
}

/** Puts the hashed name in the place of each `assets/NAME`. */
function withBundles(html, bundles) {
  return html.replace(/assets\/([a-z0-9-]+)\.([a-z0-9]+)/g, (_, name, ending) => {
    const file = bundles.find((bundle) => bundle.startsWith(`${name}-`) && bundle.endsWith(`.${ending}`));
    if (!file) throw new Error(`no bundle is called ${name}.${ending}`);
    return `assets/${file}`;
  });
}

function compress(folder) {
  for (const name of readdirSync(folder)) {
    if (name.endsWith(".woff2")) continue;
    const bytes = readFileSync(join(folder, name));
    writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  }
}

function run(program, ...args) {
  const { status, stdout } = spawnSync(process.execPath, [join(here, program), ...args], { cwd: here, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  if (status !== 0) {
    console.error(stdout);
    throw new Error(`${program} failed`);
  }
}

/** What the bundles are made of, so that nothing is built twice. */
function digest() {
  const hash = createHash("sha256");
  const files = ["src", "public"].flatMap((folder) =>
    readdirSync(join(here, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
  );
  const others = ["package-lock.json", "tsconfig.json", "build.mjs", "page.html", "../openapi.yaml"].map((name) => join(here, name));
  for (const file of [...files, ...others].sort()) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? join(here, "../target/classes/web");
  const stamp = join(folder, ".built");
  const now = digest();
  let before = "";
  try {
    before = readFileSync(stamp, "utf8");
  } catch {
    // Never built.
  }
  if (before !== now) {
    describeApi();
    checkTypes();
    bundle(folder);
    writeFileSync(stamp, now);
  }
}
