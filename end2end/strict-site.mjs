// A folder of files and one page, served under a content security policy as strict as the product's.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { basename, extname, join } from "node:path";

// The public listener's: no nonce, no hash, nothing inline.
export const publicPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join("; ");

const types = { ".js": "text/javascript", ".wasm": "application/wasm" };

// Serves `html` at / and the files of `folder` beside it, on a free port of the loopback interface.
export const serveStrictly = async ({ html, folder, policy = publicPolicy }) => {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    response.setHeader("content-security-policy", policy);
    response.setHeader("x-content-type-options", "nosniff");
    if (pathname === "/") {
      response.setHeader("content-type", "text/html; charset=utf-8");
      return response.end(html);
    }
    if (pathname === "/favicon.ico") return response.writeHead(204).end();
    try {
      const name = basename(pathname);
      const bytes = await readFile(join(folder, name));
      response.setHeader("content-type", types[extname(name)] ?? "application/octet-stream");
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { origin, stop };
};
