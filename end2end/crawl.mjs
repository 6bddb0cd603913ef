// Every address a site leads to, found by following its own links from one page on.

const address = /\s(?:href|src)="([^"]*)"/g;
const unescape = (text) => text.replaceAll("&amp;", "&").replaceAll("&#x2F;", "/").replaceAll("&quot;", '"');

// Fetches pages with `get` (which adds a cookie where one is needed) and gives each with its text.
// `wanted` decides which addresses are followed: a register has many entries, and all look alike.
export const crawl = async (origin, start, { get = fetch, wanted = () => true, most = 2000 } = {}) => {
  const seen = new Set([start]);
  const queue = [start];
  const pages = [];
  while (queue.length > 0 && pages.length < most) {
    const batch = queue.splice(0, 8);
    const answers = await Promise.all(
      batch.map(async (path) => {
        const response = await get(`${origin}${path}`, { redirect: "manual" });
        const bytes = Buffer.from(await response.arrayBuffer());
        return { path, status: response.status, headers: response.headers, bytes, text: bytes.toString("utf8") };
      }),
    );
    for (const page of answers) {
      pages.push(page);
      const type = page.headers.get("content-type") ?? "";
      const led = type.startsWith("text/html") ? [...page.text.matchAll(address)].map(([, link]) => unescape(link)) : [];
      if (page.headers.has("location")) led.push(page.headers.get("location"));
      for (const link of led) {
        const url = new URL(link, `${origin}${page.path}`);
        const next = `${url.pathname}${url.search}`;
        if (url.origin !== origin || seen.has(next) || !wanted(next)) continue;
        seen.add(next);
        queue.push(next);
      }
    }
  }
  return pages;
};
