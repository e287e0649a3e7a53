import { mayDo } from '../../src/accounts/roles.ts'
import type { DeskActor, DeskTools } from '../../src/articles/act-on-article.ts'
import { type Content, emptyContent } from '../../src/articles/content.ts'
import type { DeskArticle } from '../../src/articles/desk-article.ts'
import { deskArticleReader } from '../../src/articles/desk-article-store.ts'
import { type Outcome, type SaveWish, saveArticle } from '../../src/articles/save-article.ts'
import { inTransaction } from '../../src/database/index.ts'
import type { Rules } from '../../src/rules/index.ts'
import { rulesWriter } from '../../src/rules/rules-store.ts'
import type { Person } from '../support/people.ts'
import type { TestPortal } from '../support/test-portal.ts'

/** The actions of the newsdesk without their pages, where a test needs very many of them. */

export async function actor(portal: TestPortal, person: Person): Promise<NonNullable<DeskActor>> {
  const id = await portal.idOf(person)
  return { id, name: person.name, may: (permission) => mayDo(person.role, permission) }
}

export const textOf = (content: Partial<Content>): Content => ({
  ...emptyContent,
  title: 'Hội nghị tổng kết năm 2016',
  slug: 'hoi-nghi-tong-ket-nam-2016',
  lead: 'Sáng 15/02/2017, huyện tổng kết công tác năm.',
  body: 'Hội nghị đánh giá kết quả của năm.',
  ...content,
})

/** What her form asks for who opened this article and typed `content`. */
export const wishFor = (article: Pick<DeskArticle, 'id' | 'version'> | null, content: Content): SaveWish => ({
  articleId: article?.id ?? null,
  version: article?.version ?? 0,
  formKey: null,
  content,
  body: { html: `<p>${content.body}</p>`, pictureIds: [] },
})

export async function newArticle(tools: DeskTools, by: DeskActor, content: Content): Promise<DeskArticle> {
  return savedBy(await saveArticle(tools, by, wishFor(null, content)))
}

export async function articleNow({ database }: Pick<DeskTools, 'database'>, id: number): Promise<DeskArticle> {
  const article = await deskArticleReader(database.write).find(id)
  if (!article) throw new Error(`no article ${id}`)
  return article
}

/** Both engines read them in the transaction that a gate is passed in. */
export async function setRules(
  { database, world }: DeskTools,
  wish: Pick<Rules, 'gates' | 'fourEyes'>,
): Promise<Rules> {
  const rules: Rules = { ...wish, readerReports: false, secondFactor: false }
  await inTransaction(database, (transaction) => rulesWriter(transaction, world.clock.now()).change(rules))
  return rules
}

/** Fails when it was not written. */
export function savedBy(outcome: Outcome): DeskArticle {
  if ('article' in outcome) return outcome.article
  throw new Error(`not written: ${Object.keys(outcome).join()}`)
}
