import { csvLine, csvStart } from '../site/csv.ts'

/** An address as somebody wrote it, perhaps with a host and a query, and the path that it leads to today. */
export type Move = { from: string; to: string }

type Old = { path: string; query: string }
type Known = Old & { to: string }

/** The same list in the ways of several web servers: what stands above, and a line for each move; empty where it cannot be told. */
export const redirectFiles: Record<string, { head: string; line: (move: Known) => string }> = {
  /** For `map $uri` of nginx, which is decoded. */
  '_xuat/duong-dan.map': { head: '', line: ({ path, query, to }) => (query ? '' : mapLine(decoded(path), to)) },
  /** For `map $request_uri`: addresses in which the query counts. */
  '_xuat/tham-so.map': { head: '', line: ({ path, query, to }) => (query ? mapLine(path + query, to) : '') },
  '_xuat/chuyen-huong.csv': {
    head: csvStart + csvLine(['old', 'new']),
    line: ({ path, query, to }) => csvLine([path + query, to]),
  },
  /** Netlify, Cloudflare Pages and others; a query cannot be told there. */
  _redirects: {
    head: '',
    line: ({ path, query, to }) => (query || /\s/.test(path) ? '' : `${path} ${safe(to)} 301\n`),
  },
}

/**
 * One for each old address, the first that is told of it; nginx takes capitals for nothing. All of them are held in memory, some
 * 100 bytes each.
 */
export async function* uniqueMoves(moves: AsyncIterable<Move>): AsyncGenerator<Known> {
  const seen = new Set<string>()
  for await (const { from, to } of moves) {
    const old = oldAddress(from)
    if (!old || old.path + old.query === to) continue
    const key = (old.path + old.query).toLowerCase()
    if (seen.has(key)) continue
    seen.add(key)
    yield { ...old, to }
  }
}

function oldAddress(from: string): Old | null {
  const [whole = ''] = from
    .trim()
    .replace(/^https?:\/\/[^/?#]*/i, '')
    .split('#')
  const [path = '', ...query] = whole.split('?')
  if (!path.startsWith('/') || /\p{Cc}/u.test(whole)) return null
  return { path, query: query.length > 0 ? `?${query.join('?')}` : '' }
}

/** nginx reads `$` in a target as the name of a variable, and takes case for nothing in the address asked for. */
const mapLine = (from: string, to: string) => `${quoted(from)} ${quoted(safe(to))};\n`
const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
const safe = (to: string) => encodeURI(decoded(to)).replaceAll('$', '%24')

function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

/** A whole server that serves the folder as the portal did. */
export const nginxConfig = (
  folder: string,
  { host, wholeFeedPath, players }: NginxFacts,
): string => `# nginx: đặt trong http { … }, sửa server_name và TLS (put inside http { … }, then edit server_name and TLS).
map_hash_bucket_size 2048;
map_hash_max_size 65536;
map $uri $dia_chi_moi { default ""; include ${quoted(`${folder}/_xuat/duong-dan.map`)}; }
map $request_uri $dia_chi_moi_tham_so { default ""; include ${quoted(`${folder}/_xuat/tham-so.map`)}; }
map $args $buoc { default ""; "~^[a-z-]+=[a-z0-9-]+$" "/$args"; }

server {
  listen 80;
  server_name ${host};
  root ${quoted(folder)};
  charset utf-8;
  error_page 404 /404.html;

  add_header X-Content-Type-Options nosniff always;
  add_header Content-Security-Policy "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; manifest-src 'self'; frame-src ${players}; base-uri 'none'; frame-ancestors 'none'" always;

  if ($dia_chi_moi_tham_so) { return 301 $dia_chi_moi_tham_so; }
  if ($dia_chi_moi) { return 301 $dia_chi_moi; }

  location = ${wholeFeedPath} { return 301 ${wholeFeedPath}/index.xml; }
  location ~ ^/(_xuat|\\.)  { return 404; }
  location / { try_files $uri $uri$buoc/index.html $uri/index.html =404; }
}
`

export type NginxFacts = { host: string; wholeFeedPath: string; players: string }
