import { type ArticleSummary, articleApiPath, type ReadTools, summarize } from '../api/index.ts'
import { articlePath, articleReader } from '../news/index.ts'
import { zonedIso } from '../text/dates.ts'
import { type Delivery, isEnding, testType } from './announcement.ts'
import { deliveryReader } from './delivery-store.ts'
import type { Message } from './post-message.ts'
import { keyFilePath, type Receiver } from './receiver.ts'
import { signedHeaders } from './signature.ts'

/** The read handle is one that knows what was just written: a replica may be behind. */
export type ComposeTools = ReadTools

/** What a webhook gets. `data` holds what everybody may read at this moment, as the API writes it; of what is gone, no text. */
type Body = { type: Delivery['type']; timestamp: string; data: Told | Gone | { url: string } }
type Told = ArticleSummary & { apiUrl: string; previousUrl: string | null }
type Gone = { id: number; url: string; apiUrl: string }

/** Null when it is not true any more. */
export async function composeWebhook(
  tools: ComposeTools,
  delivery: Delivery,
  { secret }: Pick<Receiver, 'secret'>,
  now: string,
): Promise<Message | null> {
  const told = await bodyOf(tools, delivery, now)
  if (told === null) return null
  const body = JSON.stringify(told)
  return { body, headers: signedHeaders({ id: delivery.messageId, sentAt: now, body }, secret) }
}

async function bodyOf(tools: ComposeTools, delivery: Delivery, now: string): Promise<Body | null> {
  const { siteUrl, timeZone } = tools.config
  const { type, articleId, previousSlug } = delivery
  const timestamp = zonedIso(delivery.happenedAt, timeZone)
  if (articleId === null) return { type, timestamp, data: { url: siteUrl } }

  const article = await articleReader(tools.database.read).findPublished(articleId, now)
  const apiUrl = siteUrl + articleApiPath(articleId)
  if (isEnding(type)) {
    if (article) return null
    const slug = (await deliveryReader(tools.database.read).listSlugs([articleId])).get(articleId) ?? ''
    return { type, timestamp, data: { id: articleId, url: siteUrl + articlePath({ id: articleId, slug }), apiUrl } }
  }
  if (article === null) return null
  const [summary] = await summarize(tools, [article])
  if (!summary) return null
  const previousUrl = previousSlug === null ? null : siteUrl + articlePath({ id: articleId, slug: previousSlug })
  return { type, timestamp, data: { ...summary, apiUrl, previousUrl } }
}

/** The addresses of many announcements: whatever became of them, search engines should look again. */
export async function composeIndexNow(
  { config, database }: ComposeTools & { config: { indexnowKey: string | null } },
  deliveries: readonly Delivery[],
): Promise<Message> {
  const { siteUrl, indexnowKey } = config
  const key = indexnowKey ?? ''
  const ids = deliveries.flatMap(({ articleId }) => articleId ?? [])
  const slugs = await deliveryReader(database.read).listSlugs([...new Set(ids)])
  const paths = deliveries.flatMap(({ type, articleId: id, previousSlug }) => {
    if (type === testType || id === null) return ['/']
    const known = [slugs.get(id) ?? '', ...(previousSlug === null ? [] : [previousSlug])]
    return known.map((slug) => articlePath({ id, slug }))
  })
  const urlList = [...new Set(paths)].map((path) => siteUrl + path)
  const keyLocation = siteUrl + keyFilePath(key)
  return { body: JSON.stringify({ host: new URL(siteUrl).host, key, keyLocation, urlList }), headers: {} }
}
