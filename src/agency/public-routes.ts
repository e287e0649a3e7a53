import { type Request, type Response, Router } from 'express'
import { contactPage } from './agency-page.ts'
import { agencyReader } from './agency-store.ts'
import type { AgencyTools } from './index.ts'
import { contactPath } from './paths.ts'
import { agencyWords } from './words.ts'

export function agencyPublicRoutes({ database, config, show, assets }: AgencyTools): Router {
  const words = agencyWords[config.language]
  const reader = agencyReader(database.read)
  const router = Router()
  router.get(contactPath, showContact)
  router.get('/manifest.webmanifest', sendManifest)

  async function showContact(_req: Request, res: Response) {
    await show(res, 'agency/contact', contactPage(await reader.getAgency(), words))
  }

  /** Lets a phone put the portal on its home screen under the agency's name. */
  async function sendManifest(_req: Request, res: Response) {
    const agency = await reader.getAgency()
    res.type('application/manifest+json').send(
      JSON.stringify({
        name: `${agency.portalKind} ${agency.shortName}`,
        short_name: agency.shortName,
        lang: config.language,
        start_url: '/',
        display: 'browser',
        background_color: '#ffffff',
        theme_color: '#7d1517',
        icons: [
          { src: assets.address('images/emblem.svg'), sizes: 'any', type: 'image/svg+xml' },
          { src: assets.address('images/emblem-192.png'), sizes: '192x192', type: 'image/png' },
        ],
      }),
    )
  }

  return router
}
