// The product itself, with the demonstration data, on free ports of the loopback interface.
//
// The demonstration is loaded once for a whole run (`load-demonstration.sh`) and copied for each start.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const root = resolve(import.meta.dirname, "..");
const binary = process.env.ASSENT_BINARY ?? join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "debug/assent");
const loaded = process.env.ASSENT_LOADED ?? join(root, ".build/end2end/demonstration");

// What the program says once both listeners answer: their addresses, and how the five officers sign in.
const ready = (said) => {
  const [, open, desk] = said.match(/^ready: public (\S+) desk (\S+)$/m) ?? [];
  const officers = [...said.matchAll(/^sign-in: ([^\t]+)\t([^\t]+)\t(\S+)$/gm)].map(([, role, name, password]) => [
    name,
    { role, name, password },
  ]);
  return desk !== undefined && officers.length === 5 ? { public: open, desk, officers: Object.fromEntries(officers) } : undefined;
};

// Starts `assent serve --demo` on a copy of the demonstration and waits until it answers.
export const startProduct = async ({ args = [] } = {}) => {
  const folder = await mkdtemp(join(tmpdir(), "assent-"));
  await cp(loaded, folder, { recursive: true });
  const place = { ASSENT_DATABASE_URL: join(folder, "assent.db"), ASSENT_SECRETS: join(folder, "secrets") };
  const child = spawn(
    binary,
    ["serve", "--demo", "--public-addr", "127.0.0.1:0", "--desk-addr", "127.0.0.1:0", ...args],
    {
      env: {
        ...process.env,
        ...place,
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
    await rm(folder, { recursive: true, force: true });
    return end;
  };
  const patience = Date.now() + 180_000;
  while (!ready(said)) {
    const gone = await Promise.race([ended, new Promise((on) => setTimeout(on, 100))]);
    assert.ok(gone === undefined, `assent serve ended: ${said}${logged}`);
    assert.ok(Date.now() < patience, `assent serve did not become ready: ${said}${logged}`);
  }
  // One more officer, as an administrator of a real installation adds one.
  const addOfficer = async (name, role, ...more) => {
    const { stdout } = await promisify(execFile)(binary, ["account", "add", "--name", name, "--role", role, ...more], {
      env: { ...process.env, ...place },
    });
    const [password] = stdout.match(/[0-9a-z]{4}(-[0-9a-z]{4}){6}/);
    return { role, name, password };
  };
  return { ...ready(said), folder, binary, stop, addOfficer, log: () => logged, said: () => said };
};
