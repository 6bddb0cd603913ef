// The product itself, with the demonstration data, on free ports of the loopback interface.
//
// The demonstration is loaded once for a whole run and copied for each start: loading it takes as long as some
// thirty States' officers signing one after another.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const binary = process.env.ASSENT_BINARY ?? join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "debug/assent");
const loaded = process.env.ASSENT_LOADED ?? join(root, ".build/end2end/demonstration");

// Starts `assent serve --demo` on a copy of the demonstration and waits until it answers.
export const startProduct = async ({ copy = true, args = [] } = {}) => {
  const folder = copy ? await mkdtemp(join(tmpdir(), "assent-")) : loaded;
  if (copy) await cp(loaded, folder, { recursive: true });
  else await mkdir(folder, { recursive: true });
  const child = spawn(
    binary,
    ["serve", "--demo", "--public-addr", "127.0.0.1:0", "--desk-addr", "127.0.0.1:0", ...args],
    {
      env: {
        ...process.env,
        ASSENT_DATABASE_URL: join(folder, "assent.db"),
        ASSENT_SECRETS: join(folder, "secrets"),
        ASSENT_LOG: "info",
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let said = "";
  let logged = "";
  child.stdout.on("data", (bytes) => (said += bytes));
  child.stderr.on("data", (bytes) => (logged += bytes));
  const ended = new Promise((done) => child.on("exit", (code, signal) => done({ code, signal })));
  const stop = async () => {
    child.kill("SIGTERM");
    const end = await ended;
    if (copy) await rm(folder, { recursive: true, force: true });
    return end;
  };
  const patience = Date.now() + 180_000;
  while (!ready(said)) {
    const gone = await Promise.race([ended, new Promise((on) => setTimeout(on, 100))]);
    assert.ok(gone === undefined, `assent serve ended: ${said}${logged}`);
    assert.ok(Date.now() < patience, `assent serve did not become ready: ${said}${logged}`);
  }
  return { ...ready(said), folder, binary, stop, log: () => logged, said: () => said };
};
