// Runs the tests that need no browser: src/**/*.test.ts, by Node's own runner.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import esbuild from "esbuild";

const here = fileURLToPath(new URL("./", import.meta.url));
const tests = readdirSync(join(here, "src"), { recursive: true }).filter((file) => file.endsWith(".test.ts"));
if (tests.length === 0) throw new Error("there are no tests");
esbuild.buildSync({
  absWorkingDir: here,
  entryPoints: tests.map((file) => join("src", file)),
  outbase: "src",
  outdir: "target/tests",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
});
const built = tests.map((file) => join(here, "target/tests", file.replace(/\.ts$/, ".mjs")));
const { status } = spawnSync(process.execPath, ["--test", ...built], { cwd: here, stdio: "inherit" });
process.exit(status ?? 1);
