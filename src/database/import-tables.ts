/** What came from elsewhere. */
export type ImportedItemTable = {
  source: string
  key: string
  content_hash: string
  article_version: number
  article_id: number
  missing: number
  imported_at: string
}
