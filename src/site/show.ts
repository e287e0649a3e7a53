import type { Response } from 'express'
import type { Config } from '../config.ts'
import { dayOf, longDate } from '../text/dates.ts'
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
import type { PageCache } from './page-cache.ts'
import { readyPage, sendPage } from './ready-page.ts'
import { structuredData } from './structured-data.ts'
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
  pages: Pick<PageCache, 'keep'>
}

/** Web servers between us and readers may keep a page for half a minute, and give it away for another while they fetch it anew. */
const publicCacheControl = 'public, max-age=0, s-maxage=30, stale-while-revalidate=30'

export function createShow(tools: ShowTools): { show: Show; showNewsroom: ShowNewsroom; showPart: ShowPart } {
  const { config, views } = tools
  const readSite = siteReader(tools)

  async function show(res: Response, view: string, page: PublicPage, status = 200) {
    const site = await readSite()
    const layout = layoutPage(page, site, config.siteUrl, views.render(view, page, site))
    if (!layout.canonical) res.set('X-Robots-Tag', 'noindex')
    const html = views.render('site/layout', layout, site)
    if (layout.canonical) await answerPublic(tools, res, html, { page, status })
    else res.status(status).type('html').set('Cache-Control', 'no-store').end(html)
  }

  async function showNewsroom(res: Response, view: string, page: NewsroomPage, desk: Desk | null, status = 200) {
    const site = await readSite()
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
    res.type('html').end(views.render(view, page, await readSite()))
  }

  return { show, showNewsroom, showPart }
}

/** Gives the same object until something on it changes, so that what views draw from it alone is drawn once. */
function siteReader(tools: ShowTools): () => Promise<Site> {
  const { config, world, readShared } = tools
  let known: { shared: SharedParts; site: Site } | null = null

  return async () => {
    const shared = await readShared()
    const now = world.clock.now()
    const day = dayOf(now, config.timeZone)
    if (known?.shared === shared && known.site.today.day === day) return known.site
    const today = { text: longDate(now, config.timeZone, config.language), day }
    known = { shared, site: siteOf(tools, shared, today) }
    return known.site
  }
}

function siteOf({ config, assets }: ShowTools, shared: SharedParts, today: Site['today']): Site {
  return {
    ...shared,
    language: config.language,
    words: siteWords[config.language],
    icons,
    today,
    paths: {
      home: '/',
      contact: '/lien-he',
      corrections: '/dinh-chinh',
      latest: '/tin-moi',
      mostRead: '/tin-doc-nhieu',
      archive: '/luu-tru',
      siteMap: '/so-do-cong',
      feeds: '/kenh-tin',
      newsroom: '/quan-tri',
      portal: config.staffPort ? config.siteUrl : '/',
    },
    asset: assets.address,
  }
}

function layoutPage(page: PublicPage, site: Site, siteUrl: string, bodyHtml: string): LayoutPage {
  const { head, place, banner } = page
  const picture = head.picture ?? site.card
  return {
    title: documentTitle(head, site),
    name: head.title ?? documentTitle(head, site),
    description: head.description,
    canonical: head.path === null ? null : siteUrl + head.path,
    kind: head.kind,
    picture: picture && { ...picture, address: siteUrl + picture.path },
    article: head.article ?? null,
    structuredData: structuredData(page, site, siteUrl),
    feeds: site.feedsAt(page),
    standing: { place, mark: head.kind === 'article' ? 'true' : 'page' },
    banner: banner ?? null,
    bodyHtml,
  }
}

function documentTitle(head: PageHead, { agency }: Site): string {
  return head.title === null ? `${agency.portalKind} ${agency.shortName}` : `${head.title} - ${agency.shortName}`
}

type Made = { page: PublicPage; status: number }

async function answerPublic({ pages }: ShowTools, res: Response, html: string, { page, status }: Made) {
  res.type('html').vary('Accept-Encoding').set('Cache-Control', publicCacheControl)
  const ready = readyPage(html, res.getHeaders())
  // Of other pages nobody said what in their address they follow.
  if (status === 200 && page.reads && !page.banner) await pages.keep(res.req, ready, page.reads)
  sendPage(ready, res.req, res, status)
}
