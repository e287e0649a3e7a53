import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Response } from 'express'
import type { Config } from '../config.ts'
import { longDate } from '../text/dates.ts'
import type { Assets } from './assets.ts'
import { icons } from './icons.ts'
import type {
  Desk,
  LayoutPage,
  NewsroomLayoutPage,
  NewsroomPage,
  PageHead,
  PublicPage,
  SharedParts,
  Site,
} from './layout.ts'
import type { Views } from './views.ts'
import { siteWords } from './words.ts'
import type { World } from './world.ts'

/** Answers with a view in the layout of the public site. */
export type Show = (res: Response, view: string, page: PublicPage, status?: number) => Promise<void>

/** Answers with a view in the layout of the newsroom; without a desk, as on the sign-in page, the menu is left out. */
export type ShowNewsroom = (
  res: Response,
  view: string,
  page: NewsroomPage,
  desk: Desk | null,
  status?: number,
) => Promise<void>

/** Answers with a part alone, for a script of the newsroom that puts it into the page. */
export type ShowPart = (res: Response, view: string, page: object) => Promise<void>

export type ShowTools = {
  config: Pick<Config, 'siteUrl' | 'staffPort' | 'language' | 'timeZone'>
  world: World
  views: Views
  assets: Assets
  readShared: () => Promise<SharedParts>
}

const smallestWorthCompressing = 1024

export function createShow(tools: ShowTools): { show: Show; showNewsroom: ShowNewsroom; showPart: ShowPart } {
  const { config, views } = tools

  async function show(res: Response, view: string, page: PublicPage, status = 200) {
    const site = await readSite(tools)
    const layout = layoutPage(page, site, config.siteUrl, views.render(view, page, site))
    if (!layout.canonical) res.set('X-Robots-Tag', 'noindex')
    const html = views.render('site/layout', layout, site)
    if (layout.canonical) await answerPublic(res, status, html)
    else res.status(status).type('html').set('Cache-Control', 'no-store').end(html)
  }

  async function showNewsroom(res: Response, view: string, page: NewsroomPage, desk: Desk | null, status = 200) {
    const site = await readSite(tools)
    // A view sees its desk as part of the page, for the form token.
    const bodyHtml = views.render(view, { ...page, desk }, site)
    const layout: NewsroomLayoutPage = { title: page.title, desk, bodyHtml }
    // Never compressed: what staff type would stand beside their form token, and its length would tell it.
    res
      .status(status)
      .type('html')
      .end(views.render('site/newsroom-layout', layout, site))
  }

  async function showPart(res: Response, view: string, page: object) {
    res.type('html').end(views.render(view, page, await readSite(tools)))
  }

  return { show, showNewsroom, showPart }
}

async function readSite({ config, world, assets, readShared }: ShowTools): Promise<Site> {
  const now = world.clock.now()
  return {
    ...(await readShared()),
    language: config.language,
    words: siteWords[config.language],
    icons,
    today: { text: longDate(now, config.timeZone, config.language), day: dayIn(now, config.timeZone) },
    paths: {
      home: '/',
      contact: '/lien-he',
      corrections: '/dinh-chinh',
      newsroom: '/quan-tri',
      portal: config.staffPort ? config.siteUrl : '/',
    },
    asset: assets.address,
  }
}

const dayIn = (instant: string, timeZone: string) => new Date(instant).toLocaleDateString('sv', { timeZone })

function layoutPage({ head, place, banner }: PublicPage, site: Site, siteUrl: string, bodyHtml: string): LayoutPage {
  return {
    title: documentTitle(head, site),
    description: head.description,
    canonical: head.path === null ? null : siteUrl + head.path,
    kind: head.kind,
    picture: head.picture && { ...head.picture, address: siteUrl + head.picture.path },
    place,
    banner: banner ?? null,
    bodyHtml,
  }
}

function documentTitle(head: PageHead, { agency }: Site): string {
  return head.title === null ? `${agency.portalKind} ${agency.shortName}` : `${head.title} - ${agency.shortName}`
}

async function answerPublic(res: Response, status: number, html: string) {
  const bytes = Buffer.from(html)
  res.status(status).type('html').vary('Accept-Encoding')
  res.set('Cache-Control', 'no-cache')
  res.set('ETag', `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`)
  if (res.req.fresh) return void res.status(304).end()
  res.end(await compressed(res, bytes))
}

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

async function compressed(res: Response, bytes: Buffer): Promise<Buffer> {
  const encoding = bytes.length < smallestWorthCompressing ? false : res.req.acceptsEncodings('br', 'gzip')
  if (encoding === false || res.req.method === 'HEAD') return bytes
  res.set('Content-Encoding', encoding)
  return encoding === 'br'
    ? brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
    : gzipped(bytes, { level: 6 })
}
