import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import chromium, { inflate, setupLambdaEnvironment } from '@sparticuz/chromium'
import type { AxeResults } from 'axe-core'
import { type Browser, type Page, chromium as playwright } from 'playwright-core'
import { closeAfterTest } from './close-after-test.ts'
import type { Person } from './people.ts'
import type { TestPortal } from './test-portal.ts'

const libraries = resolve(import.meta.dirname, '../../node_modules')
const cache = join(libraries, '.cache', 'cong-tin')
const chromiumPackage = join(libraries, '@sparticuz/chromium')
const { CHROMIUM } = process.env
const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

let opened: Promise<Browser> | null = null

/** One for a whole process: `const browser = await openBrowser()` at the top of a file. Closes when all its files end. */
export function openBrowser(): Promise<Browser> {
  opened ??= startBrowser()
  return opened
}

async function startBrowser(): Promise<Browser> {
  const browser = await launch(CHROMIUM || (installed.find((path) => existsSync(path)) ?? (await unpackedChromium())))
  closeAfterTest(() => browser.close())
  return browser
}

export type PageWish = {
  as?: Person
  width?: number
  height?: number
  colorScheme?: 'light' | 'dark'
  /** `false` for a reader whose browser runs no script. */
  script?: boolean
  /** A finger instead of a mouse, as on a phone. */
  touch?: boolean
  /** Dots to a pixel; phones have two or three. */
  density?: number
}

/** A page of this portal in a browser window of its own; addresses may be paths. Closes when the test ends. */
export async function openPage(browser: Browser, portal: TestPortal, wish: PageWish = {}): Promise<Page> {
  const {
    as: person,
    width = 1280,
    height = 800,
    colorScheme = 'light',
    script = true,
    touch = false,
    density = 1,
  } = wish
  const baseURL = person ? portal.staffOrigin : portal.origin
  const context = await browser.newContext({
    baseURL,
    colorScheme,
    deviceScaleFactor: density,
    hasTouch: touch,
    isMobile: touch,
    javaScriptEnabled: script,
    locale: 'vi-VN',
    timezoneId: portal.config.timeZone,
    viewport: { width, height },
  })
  closeAfterTest(() => context.close())
  if (person) {
    const client = portal.as(person)
    await client.get('/quan-tri/tai-khoan')
    await context.addCookies([...client.cookies].map(([name, value]) => ({ name, value, url: baseURL })))
  }
  return context.newPage()
}

/** Grows as the page goes wrong: errors of scripts, of the content security policy, and requests to anybody else. */
export function complaintsOf(page: Page, portal: TestPortal): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => void complaints.push(`script: ${error.message}`))
  page.on('console', (line) => void (line.type() === 'error' && complaints.push(`console: ${line.text()}`)))
  page.on('request', (request) => {
    const isOurs = [portal.origin, portal.staffOrigin, 'data:', 'blob:'].some((start) =>
      request.url().startsWith(start),
    )
    if (!isOurs) complaints.push(`request to ${request.url()}`)
  })
  return complaints
}

/** One line for every violation of WCAG 2.2 AA that axe finds on the page, as it looks now. It needs a page with script. */
export async function axeViolations(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
  await page.evaluate(readFileSync(join(libraries, 'axe-core/axe.min.js'), 'utf8'))
  const run = `axe.run(document, ${JSON.stringify({ runOnly: { type: 'tag', values: tags } })})`
  const { violations } = (await page.evaluate(run)) as AxeResults
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}: ${node.html.slice(0, 120)}`),
  )
}

/** The one of the npm registry, unpacked once for all runs and all test files, which run side by side. */
async function unpackedChromium(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(chromiumPackage, 'package.json'), 'utf8')) as { version: string }
  const place = join(cache, `chromium-${version}`)
  if (!existsSync(place)) {
    await mkdir(cache, { recursive: true })
    const growing = await mkdtemp(`${place}-`)
    await within(growing, () => chromium.executablePath())
    // Whoever is second finds the place taken.
    await rename(growing, place).catch(() => rm(growing, { recursive: true, force: true }))
  }
  return join(place, 'chromium')
}

async function launch(executablePath: string): Promise<Browser> {
  try {
    return await playwright.launch({ executablePath, args: flags })
  } catch (error) {
    if (!/shared libraries/.test((error as Error).message) || !executablePath.startsWith(cache)) throw error
    await bringLibraries()
    return playwright.launch({ executablePath, args: flags })
  }
}

/** A bare machine lacks a few libraries that the same package carries for another one. */
async function bringLibraries() {
  const folder = await mkdtemp(join(tmpdir(), 'cong-tin-libraries-'))
  closeAfterTest(() => rm(folder, { recursive: true, force: true }))
  await within(folder, () => inflate(join(chromiumPackage, 'bin', 'al2023.tar.br')))
  setupLambdaEnvironment(join(folder, 'al2023', 'lib'))
}

/** The package unpacks into the folder for temporary files; this names another one for the time of `work`. */
async function within<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const { TMPDIR } = process.env
  Object.assign(process.env, { TMPDIR: folder })
  try {
    return await work()
  } finally {
    Object.assign(process.env, { TMPDIR: TMPDIR ?? '/tmp' })
  }
}
