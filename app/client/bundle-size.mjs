// bundle-size.mjs LIMIT FILE...: prints what the files weigh, raw and as a browser fetches them, and
// fails if together they weigh more than LIMIT bytes of brotli.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { brotliCompressSync } from "node:zlib";

const [limit, ...files] = process.argv.slice(2);
const weights = files.map((file) => {
  const bytes = readFileSync(file);
  return { name: basename(file), raw: bytes.length, brotli: brotliCompressSync(bytes).length };
});
const sum = (key) => weights.reduce((total, weight) => total + weight[key], 0);
const together = { name: "together", raw: sum("raw"), brotli: sum("brotli") };

for (const { name, raw, brotli } of [...weights, together]) {
  console.log(`${name.padEnd(16)} ${String(raw).padStart(8)} bytes raw ${String(brotli).padStart(8)} brotli`);
}
if (!(together.brotli <= Number(limit))) {
  console.error(`The bundle may weigh at most ${limit} bytes as brotli.`);
  process.exit(1);
}
