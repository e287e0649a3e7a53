/** What came back, read to its end. */
export type Answer = {
  status: number
  headers: Headers
  text: string
  bytes: Buffer
  /** Where a redirect leads. */
  location: string | null
  /** What stands inside `<main>`. */
  main(): string
}

export type Form = Record<string, string | string[]>
export type SentFile = { field: string; name: string; bytes: Uint8Array; type?: string }
export type Options = { headers?: Record<string, string>; follow?: boolean }
export type RawOptions = Options & { body?: string | Uint8Array; method?: string }

/** A browser without eyes: it keeps cookies, knows form tokens, and follows a redirect only when asked. */
export type Client = {
  cookies: Map<string, string>
  get(path: string, options?: Options): Promise<Answer>
  head(path: string, options?: Options): Promise<Answer>
  /** Sends a form with the token of this session. */
  post(path: string, form?: Form, options?: Options): Promise<Answer>
  /** Sends exactly this, without a form token. */
  postRaw(path: string, options?: RawOptions): Promise<Answer>
  /** Sends files with the form token in the address. */
  upload(path: string, files: SentFile[], form?: Form): Promise<Answer>
  formToken(): Promise<string>
}

/** Every role may open it; who is not signed in is led to the sign-in page, whose form has a token too. */
const anyStaffPage = '/quan-tri/tai-khoan'
const mostRedirects = 5
const urlencoded = 'application/x-www-form-urlencoded'

/** `prepare` runs once, before the first request. `headers` go with every request. */
export function createClient(
  origin: string,
  headers: Record<string, string> = {},
  prepare: ((client: Client) => Promise<void>) | null = null,
): Client {
  const cookies = new Map<string, string>()
  let prepared: Promise<void> | null = null
  let known = { cookies: '', token: '' }

  /** Sends without `prepare`, so that `prepare` itself can use it. */
  const bare: Client = {
    cookies,
    get: (path, options) => send(path, { ...options, method: 'GET' }),
    head: (path, options) => send(path, { ...options, method: 'HEAD' }),
    async post(path, form = {}, options = {}) {
      const body = encode({ 'form-token': await bare.formToken(), ...form })
      return send(path, {
        ...options,
        method: 'POST',
        body,
        headers: { 'content-type': urlencoded, ...options.headers },
      })
    },
    postRaw: (path, options) => send(path, { method: 'POST', ...options }),
    async upload(path, files, form = {}) {
      const address = `${path}${path.includes('?') ? '&' : '?'}form-token=${encodeURIComponent(await bare.formToken())}`
      return send(address, { method: 'POST', body: multipart(files, form) })
    },
    async formToken() {
      if (known.cookies === cookieText() && known.token) return known.token
      const { text } = await send(anyStaffPage, { method: 'GET', follow: true })
      const token = /name="form-token" value="([^"]+)"/.exec(text)?.[1]
      if (!token) throw new Error(`no form token on ${anyStaffPage}: ${text.slice(0, 200)}`)
      known = { cookies: cookieText(), token }
      return token
    },
  }

  async function send(
    path: string,
    wish: Omit<RawOptions, 'body'> & { body?: string | Uint8Array | FormData },
  ): Promise<Answer> {
    const { method = 'GET', body, follow = false } = wish
    let answer = await exchange(path, method, wish.headers ?? {}, body)
    for (let step = 0; follow && answer.location && step < mostRedirects; step++) {
      answer = await exchange(pathOf(answer.location), 'GET', wish.headers ?? {})
    }
    return answer
  }

  async function exchange(
    path: string,
    method: string,
    own: Record<string, string>,
    body?: string | Uint8Array | FormData,
  ) {
    const cookie = cookieText()
    // With a condition of our own, fetch would also forbid the server to answer "unchanged".
    const asked = 'if-none-match' in own ? { 'cache-control': 'max-age=0', ...own } : own
    const response = await fetch(origin + path, {
      method,
      redirect: 'manual',
      headers: { ...(cookie ? { cookie } : {}), ...headers, ...asked },
      ...(body === undefined ? {} : { body: body instanceof FormData ? body : Buffer.from(body) }),
    })
    for (const line of response.headers.getSetCookie()) keepCookie(line)
    return readAnswer(response)
  }

  function keepCookie(line: string) {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
    const [name = '', value = ''] = pair.split(/=(.*)/)
    const isEnded =
      value === '' || attributes.some((attribute) => /^(max-age=0|expires=thu, 01 jan 1970)/i.test(attribute))
    if (isEnded) cookies.delete(name)
    else cookies.set(name, value)
  }

  const cookieText = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const pathOf = (location: string) => location.replace(/^https?:\/\/[^/]+/, '')

  if (!prepare) return bare
  const ready = () => {
    prepared ??= prepare(bare)
    return prepared
  }
  return {
    cookies,
    get: (path, options) => ready().then(() => bare.get(path, options)),
    head: (path, options) => ready().then(() => bare.head(path, options)),
    post: (path, form, options) => ready().then(() => bare.post(path, form, options)),
    postRaw: (path, options) => ready().then(() => bare.postRaw(path, options)),
    upload: (path, files, form) => ready().then(() => bare.upload(path, files, form)),
    formToken: () => ready().then(() => bare.formToken()),
  }
}

async function readAnswer(response: Response): Promise<Answer> {
  const bytes = Buffer.from(await response.arrayBuffer())
  const text = bytes.toString('utf8')
  return {
    status: response.status,
    headers: response.headers,
    text,
    bytes,
    location: response.headers.get('location'),
    main: () => /<main[\s>][\s\S]*<\/main>/.exec(text)?.[0] ?? '',
  }
}

function encode(form: Form): string {
  const pairs = Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))
  return new URLSearchParams(pairs).toString()
}

function multipart(files: SentFile[], form: Form): FormData {
  const body = new FormData()
  for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) body.append(name, one)
  for (const { field, name, bytes, type = '' } of files)
    body.append(field, new File([Buffer.from(bytes)], name, { type }))
  return body
}
