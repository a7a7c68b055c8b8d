// Runs `npm ci` when the lock has changed since the last time. Needs nothing but Node.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const here = new URL("./", import.meta.url);
const stamp = new URL("node_modules/.installed", here);
const lock = createHash("sha256").update(readFileSync(new URL("package-lock.json", here))).digest("hex");

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
  // No package's install script is needed.
  const npm = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--legacy-peer-deps"], {
    cwd: here,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (npm.status !== 0) {
    console.error("The packages of the web app could not be installed: npm ci in service/web failed.");
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}
