import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import { createWorkshop } from './card-workshop.ts'
import { cardPublicRoutes } from './public-routes.ts'

export { socialCard } from './card.ts'

export type CardTools = {
  config: Pick<Config, 'uploads' | 'siteUrl'>
  database: Pick<Database, 'read'>
  /** Of an article that readers may be sent to; null when there is none. */
  findTitle: (articleId: number) => Promise<string | null>
}

/** What link previews show of a page that has no fitting picture: the agency and the title, drawn. */
export function createCards(tools: CardTools) {
  const workshop = createWorkshop()
  return {
    publicRoutes: cardPublicRoutes({ ...tools, workshop }),
    /** Ends after the card in hand. */
    close: (): Promise<void> => workshop.close(),
  }
}
