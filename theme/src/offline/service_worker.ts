/**
 * Answers the site's requests from the device. If the archive is kept, all its files come from the
 * device, so that they are of one build. Other files come from the network, and without a network
 * from earlier visits.
 */

import { LIST_FOLDER, VERSION_PATH, readVersion } from "./file_list.ts";
import { siteAddress, sitePath } from "./site_path.ts";
import { SiteStore, type StoredFile } from "./site_store.ts";

declare const self: ServiceWorkerGlobalScope;

const OFFLINE_PAGE = "offline.html";
/** Milliseconds to wait for the network before a file from the device is used; chosen by eye. */
const PATIENCE = 4_000;

/** Absolute address of the site's root, where this script lies. */
const root = new URL("./", self.location.href).href;
let opening: Promise<SiteStore> | undefined;

self.addEventListener("install", (event) => {
  event.waitUntil(storeShell().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(storeOpenPages());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = sitePath(request.url, root);
  if (path === undefined || request.method !== "GET" || asksTheServer(request, path)) return;
  event.respondWith(answer(event, path));
});

/** Whether a request must reach the server. */
function asksTheServer(request: Request, path: string): boolean {
  return path.startsWith(LIST_FOLDER) || (request.mode !== "navigate" && request.cache === "no-store");
}

async function answer(event: FetchEvent, path: string): Promise<Response> {
  const store = await openStore();
  const kept = await store?.keptFile(path).catch(() => undefined);
  if (kept) return response(kept);
  const stored = (): Promise<StoredFile | undefined> =>
    store?.anyFile(path).catch(() => undefined) ?? Promise.resolve(undefined);
  const fetching = fetch(event.request);
  event.waitUntil(fetching.then((fetched) => storeIfWhole(path, fetched.clone())).catch(() => undefined));
  try {
    const slow = pause(PATIENCE).then(stored);
    const first = await Promise.race([fetching, slow]);
    if (first === undefined) return await fetching;
    return first instanceof Response ? first : response(first);
  } catch (error) {
    const file = await stored();
    if (file) return response(file);
    if (event.request.mode !== "navigate" || path === OFFLINE_PAGE) throw error;
    const page = new URL(OFFLINE_PAGE, root);
    page.searchParams.set("page", path);
    return Response.redirect(page.href);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function response({ body, type }: StoredFile): Response {
  return new Response(body, { headers: { "Content-Type": type } });
}

function isWholeFile(fetched: Response): boolean {
  return fetched.status === 200 && fetched.type === "basic" && !fetched.redirected;
}

/** Stores the files that every page needs, so that the site can show a page without a network. */
async function storeShell(): Promise<void> {
  const answered = await fetch(siteAddress(VERSION_PATH, root), { cache: "no-cache" });
  const { shell } = readVersion(await answered.json());
  await Promise.all(shell.map((path) => fetchVisited(path, true)));
}

/** Stores the pages that were opened before this worker could see their requests. */
async function storeOpenPages(): Promise<void> {
  const pages = await self.clients.matchAll({ includeUncontrolled: true, type: "window" });
  const paths = pages.map((page) => sitePath(page.url, root)).filter((path) => path !== undefined);
  await Promise.all(paths.map((path) => fetchVisited(path)));
}

async function fetchVisited(path: string, lasting = false): Promise<void> {
  await storeIfWhole(path, await fetch(siteAddress(path, root)), lasting);
}

/** Stores a file of a visited page; ignores a failure, as nobody asked to keep it. */
async function storeIfWhole(path: string, fetched: Response, lasting = false): Promise<void> {
  if (!isWholeFile(fetched)) return;
  const type = fetched.headers.get("Content-Type") ?? "";
  const body = await fetched.arrayBuffer();
  const store = await openStore();
  await store?.putVisited(path, { body, type }, lasting).catch(() => undefined);
}

/** The store; undefined if the browser refuses one. The next call tries again. */
async function openStore(): Promise<SiteStore | undefined> {
  opening ??= SiteStore.open(new URL(root).pathname);
  try {
    return await opening;
  } catch {
    opening = undefined;
    return undefined;
  }
}
