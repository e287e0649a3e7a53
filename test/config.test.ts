import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { type Config, ConfigFault, readConfig, settingNames } from '../src/config.ts'
import { root } from './support/sources.ts'

const nothingSet = readConfig({})

/** The message of the fault; empty when the settings are right. */
function faultOf(env: Record<string, string>): string {
  try {
    readConfig(env)
    return ''
  } catch (error) {
    assert.ok(error instanceof ConfigFault)
    return error.message
  }
}

test('with nothing set, the portal starts on this machine with SQLite and in Vietnamese', () => {
  assert.deepEqual(nothingSet, {
    port: 3000,
    host: '127.0.0.1',
    siteUrl: 'http://localhost:3000',
    databaseUrl: 'sqlite:./data/portal.db',
    databaseReadUrl: null,
    uploads: './uploads',
    staffPort: null,
    staffUrl: 'http://localhost:3000',
    trustProxy: [],
    timeZone: 'Asia/Ho_Chi_Minh',
    language: 'vi',
    logLevel: 'info',
    isStaging: false,
    pageCacheMegabytes: 64,
    workers: 1,
    webhooks: [],
    webhookSecret: [],
    indexnowHost: 'api.indexnow.org',
    indexnowKey: null,
  } satisfies Config)
})

test('the address of the site follows the port when it is not set', () => {
  assert.equal(readConfig({ PORT: '8080' }).siteUrl, 'http://localhost:8080')
  assert.equal(
    readConfig({ PORT: '8080', SITE_URL: 'https://dakpo.gialai.gov.vn/' }).siteUrl,
    'https://dakpo.gialai.gov.vn',
  )
})

test('a setting that is empty or only space is not set', () => {
  assert.deepEqual(readConfig(Object.fromEntries(settingNames.map((name) => [name, ' ']))), nothingSet)
})

test('settings cannot be changed later', () => assert.ok(Object.isFrozen(nothingSet)))

describe('a wrong setting', () => {
  const wrong: Record<Exclude<(typeof settingNames)[number], 'UPLOADS' | SecretSetting>, string[]> = {
    PORT: ['0', '65536', '3000a', '-1', '1e3', '0x50', '3000.5'],
    HOST: ['a b', 'http://localhost', 'máy chủ', '*'],
    SITE_URL: [
      'dakpo.gialai.gov.vn',
      'https://dakpo.gialai.gov.vn/tin',
      'https://a/?b',
      'https://a:b@c',
      'ftp://a',
      'javascript:alert(1)',
    ],
    DATABASE_URL: ['./data/portal.db', 'sqlite:', 'mysql://a/b', 'postgres:/a', 'postgres//a/b'],
    DATABASE_READ_URL: ['sqlite:./copy.db', 'replica'],
    STAFF_PORT: ['0', 'quan-tri'],
    TRUST_PROXY: ['true', '1', 'any', '10.0.0.0/8, everyone', 'localhost'],
    TIME_ZONE: ['Asia/Pleiku', 'GMT+25', 'Việt Nam'],
    LANGUAGE: ['fr', 'VI', 'vi_VN'],
    LOG_LEVEL: ['verbose', 'INFO'],
    STAGING: ['yes', 'true', '2'],
    PAGE_CACHE_MB: ['-1', '64M', '1.5', 'all'],
    WORKERS: ['0', '65', '2.5', 'auto'],
    INDEXNOW_HOST: ['https://api.indexnow.org', 'indexnow', '10.0.0.1', 'http://10.0.0.1:80', 'a.vn/b'],
    INDEXNOW_KEY: ['1234567', 'khóa-của-huyện', 'a'.repeat(129), '../../etc/passwd'],
  }

  for (const [name, values] of Object.entries(wrong)) {
    for (const value of values) {
      test(`${name}=${value} is named, alone, with what would be right`, () => {
        const message = faultOf({ [name]: value })
        assert.ok(message.includes(`- ${name}=${value}: `), message || 'it was accepted')
        assert.equal(message.split('\n').length, 2, message)
      })
    }
  }

  test('every one is named in one message', () => {
    const all = Object.fromEntries(Object.entries(wrong).map(([name, [first = '']]) => [name, first]))
    const message = faultOf(all)
    for (const name of Object.keys(wrong)) assert.ok(message.includes(`- ${name}=`), name)
    assert.equal(message.split('\n').length, 1 + Object.keys(wrong).length)
  })

  test('two settings that contradict each other are named too', () => {
    assert.match(faultOf({ PORT: '4000', STAFF_PORT: '4000' }), /STAFF_PORT/)
    assert.match(faultOf({ DATABASE_READ_URL: 'postgres://localhost/copy' }), /DATABASE_READ_URL/)
    assert.equal(faultOf({ DATABASE_URL: 'postgres://localhost/a', DATABASE_READ_URL: 'postgres://localhost/b' }), '')
  })
})

/** Whose values are never repeated. */
type SecretSetting = 'WEBHOOKS' | 'WEBHOOK_SECRET'

describe('settings for those who are told of articles', () => {
  const address = 'https://noi-nhan.gov.vn/webhook/k7Xq'
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`

  test('name addresses with TLS, or of this machine, and one secret for all or one for each', () => {
    const both = `${address},http://127.0.0.1:4000/nhan`
    const other = `whsec_${Buffer.alloc(24, 9).toString('base64')}`
    assert.equal(faultOf({ WEBHOOKS: address, WEBHOOK_SECRET: secret }), '')
    assert.equal(faultOf({ WEBHOOKS: both, WEBHOOK_SECRET: secret }), '')
    assert.equal(faultOf({ WEBHOOKS: both, WEBHOOK_SECRET: `${secret}, ${other}` }), '')
    assert.deepEqual(readConfig({ WEBHOOKS: both, WEBHOOK_SECRET: secret }).webhooks, both.split(','))
    assert.deepEqual(readConfig({ WEBHOOK_SECRET: secret }).webhookSecret, [Buffer.alloc(32, 7)])
  })

  const wrong: Record<string, string> = {
    'without TLS': 'http://noi-nhan.gov.vn/k7Xq',
    'to a private address without TLS': 'http://10.0.0.5/k7Xq',
    'with a password': 'https://a:k7Xq@noi-nhan.gov.vn/',
    'that are none': 'k7Xq',
    'of another protocol': 'file:///etc/k7Xq',
    'that repeat': `${address} ${address}`,
    'beyond ten': Array.from({ length: 11 }, (_, number) => `${address}${number}`).join(' '),
  }
  for (const [what, addresses] of Object.entries(wrong)) {
    test(`refuse addresses ${what}, and do not repeat them`, () => {
      const message = faultOf({ WEBHOOKS: addresses, WEBHOOK_SECRET: secret })
      assert.match(message, /- WEBHOOKS=…: /)
      assert.doesNotMatch(message, /k7Xq/)
    })
  }

  test('refuse a weak or missing secret, and do not repeat it', () => {
    for (const weak of ['mật khẩu', 'whsec_', 'whsec_bWF0a2hhdQ==', secret.replace('whsec_', ''), `${secret} x`]) {
      const message = faultOf({ WEBHOOKS: address, WEBHOOK_SECRET: weak })
      assert.match(message, /- WEBHOOK_SECRET=…: /)
      assert.ok(!message.includes(weak) || weak === 'whsec_')
    }
    assert.match(faultOf({ WEBHOOKS: address }), /- WEBHOOK_SECRET: one for all/)
    assert.match(faultOf({ WEBHOOKS: address, WEBHOOK_SECRET: `${secret} ${secret}` }), /- WEBHOOK_SECRET: one for all/)
  })
})

describe('a right setting', () => {
  const right: Record<string, string[]> = {
    PORT: ['1', '65535'],
    HOST: ['0.0.0.0', '::', '::1', 'localhost', 'may-chu.noi-bo'],
    SITE_URL: ['https://dakpo.gialai.gov.vn', 'http://10.0.0.5:8080'],
    DATABASE_URL: [
      'sqlite:/var/lib/portal.db',
      'postgres://user:pass@host:5432/portal?sslmode=verify-full',
      'postgresql://host/portal',
    ],
    STAFF_PORT: ['3001'],
    TRUST_PROXY: ['127.0.0.1', '10.0.0.0/8, ::1', 'loopback, uniquelocal'],
    TIME_ZONE: ['Asia/Ho_Chi_Minh', 'UTC'],
    LANGUAGE: ['vi', 'en'],
    LOG_LEVEL: ['silent', 'error', 'warn', 'info', 'debug'],
    STAGING: ['0', '1'],
    PAGE_CACHE_MB: ['0', '256'],
    WORKERS: ['1', '8', '64'],
    INDEXNOW_HOST: ['www.bing.com', 'http://127.0.0.1:4000'],
    INDEXNOW_KEY: ['a1B2-c3D4', 'f'.repeat(128)],
  }
  for (const [name, values] of Object.entries(right)) {
    for (const value of values) test(`${name}=${value}`, () => assert.equal(faultOf({ [name]: value }), ''))
  }
})

describe('the README', { skip: existsSync(join(root, 'README.md')) ? false : 'README.md is not written yet' }, () => {
  test('lists every setting, in the order of the code', () => {
    assert.deepEqual(
      documented().map(({ name }) => name),
      [...settingNames],
    )
  })

  test('tells the default of each', () => {
    const defaults = Object.fromEntries(documented().map(({ name, standard }) => [name, standard]))
    assert.deepEqual(readConfig(defaults), nothingSet)
    for (const { name, standard } of documented()) {
      const value =
        nothingSet[name.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()) as keyof Config]
      const isUnset = value === null || (Array.isArray(value) && value.length === 0)
      assert.equal(standard === '', isUnset, `${name} is documented as “${standard}”, and is ${value}`)
    }
  })
})

/** The table of the section "Settings": `name` is the code of its first column, `standard` that of its second. */
function documented(): { name: string; standard: string }[] {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const section = /^#+ [^\n]*\bSettings\b[^\n]*\n([\s\S]*?)(?=^#+ |$(?![\s\S]))/m.exec(readme)?.[1] ?? ''
  const rows = [...section.matchAll(/^\| *`([A-Z_]+)` *\|([^|]*)\|/gm)]
  return rows.map((found) => ({ name: found[1] ?? '', standard: /`([^`]*)`/.exec(found[2] ?? '')?.[1] ?? '' }))
}
