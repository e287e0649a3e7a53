import type { Generated, Selectable } from 'kysely'
import type { AnnouncementReceiverTable, AnnouncementTable } from './announcement-tables.ts'
import type { AuditChainTable, AuditLineTable } from './audit-tables.ts'
import type { DocumentTable, DocumentTextTable, DocumentVersionTable, EditionDocumentTable } from './document-tables.ts'
import type { ImportedItemTable } from './import-tables.ts'
import type {
  ArchiveCountTable,
  CategoryListingTable,
  LabelListingTable,
  LabelTable,
  ListingMonthTable,
  ListingRenewalTable,
} from './listing-tables.ts'
import type {
  ArticleEventTable,
  ArticleUpdateTable,
  ArticleVisitorTable,
  AutosaveTable,
  BackupCodeTable,
  CommentTable,
  MentionTable,
  NewsroomSettingsTable,
  PendingSignInTable,
  PicturePieceTable,
  PictureTwinTable,
  PictureVersionTable,
  PreviewAnswerTable,
  PreviewLinkTable,
  ReaderReportTable,
  StaffCategoryTable,
} from './newsroom-tables.ts'
import type { LegacyAddressTable, LegacyParameterTable, MissedAddressTable } from './redirect-tables.ts'
import type {
  IndexRebuildTable,
  SearchDocumentTable,
  SearchDocumentWordTable,
  SearchWordTable,
  SynonymTable,
} from './search-tables.ts'
import type { ContentVersionTable } from './site-tables.ts'

/** Row types of both engines. Times are ISO 8601 UTC text. */
export type Schema = {
  staff: StaffTable
  sessions: SessionTable
  one_time_links: OneTimeLinkTable
  known_devices: KnownDeviceTable
  sign_in_failures: SignInFailureTable
  audit_lines: AuditLineTable
  audit_chain: AuditChainTable
  agency: AgencyTable
  links: LinkTable
  categories: CategoryTable
  category_paths: CategoryPathTable
  pictures: PictureTable
  picture_versions: PictureVersionTable
  picture_pieces: PicturePieceTable
  picture_twins: PictureTwinTable
  articles: ArticleTable
  editions: EditionTable
  edition_pictures: EditionPictureTable
  category_listings: CategoryListingTable
  labels: LabelTable
  label_listings: LabelListingTable
  listing_months: ListingMonthTable
  archive_counts: ArchiveCountTable
  listing_renewal: ListingRenewalTable
  search_documents: SearchDocumentTable
  search_document_words: SearchDocumentWordTable
  search_words: SearchWordTable
  index_rebuilds: IndexRebuildTable
  synonyms: SynonymTable
  article_events: ArticleEventTable
  article_updates: ArticleUpdateTable
  autosaves: AutosaveTable
  newsroom_settings: NewsroomSettingsTable
  backup_codes: BackupCodeTable
  pending_sign_ins: PendingSignInTable
  staff_categories: StaffCategoryTable
  comments: CommentTable
  mentions: MentionTable
  article_visitors: ArticleVisitorTable
  preview_links: PreviewLinkTable
  preview_answers: PreviewAnswerTable
  reader_reports: ReaderReportTable
  documents: DocumentTable
  document_versions: DocumentVersionTable
  document_texts: DocumentTextTable
  edition_documents: EditionDocumentTable
  content_version: ContentVersionTable
  imported_items: ImportedItemTable
  legacy_addresses: LegacyAddressTable
  legacy_parameters: LegacyParameterTable
  missed_addresses: MissedAddressTable
  announcement_receivers: AnnouncementReceiverTable
  announcements: AnnouncementTable
}

export type StaffTable = {
  id: Generated<number>
  email: string
  name: string
  role: string
  password_hash: string | null
  created_at: string
  closed_at: string | null
  totp_secret: string | null
  totp_confirmed_at: string | null
  totp_last_step: number | null
}

export type SessionTable = {
  token_hash: string
  staff_id: number
  created_at: string
  seen_at: string
  expires_at: string
  address: string
  browser: string
}

export type OneTimeLinkTable = {
  token_hash: string
  staff_id: number
  created_at: string
  expires_at: string
  used_at: string | null
}

export type KnownDeviceTable = { token_hash: string; staff_id: number; created_at: string }

export type SignInFailureTable = { key: string; count: number; last_at: string }

export type AgencyTable = {
  id: number
  parent: string
  unit: string
  portal_kind: string
  short_name: string
  description: string
  contact_name: string
  address: string
  phone: string
  email: string
  fax: string
  changed_at: string
}

export type LinkTable = { id: Generated<number>; title: string; address: string; position: number }

export type CategoryTable = {
  id: Generated<number>
  parent_id: number | null
  slug: string
  name: string
  description: string
  position: number
  home_position: number | null
  hidden_at: string | null
  created_at: string
}

export type CategoryPathTable = { path: string; category_id: number }

export type PictureTable = {
  id: Generated<number>
  key: string
  original_name: string
  file_name: string
  format: string
  width: number
  height: number
  bytes: number
  alternative_text: string
  decorative_at: string | null
  caption: string
  credit: string
  uploaded_at: string
  uploaded_by: number | null
  public_since: string | null
  deleted_at: string | null
  focal_x: number | null
  focal_y: number | null
  consent: Generated<string>
}

export type ArticleTable = {
  id: Generated<number>
  slug: string
  version: number
  draft_edition_id: number | null
  live_edition_id: number | null
  published_at: string | null
  withdrawn_at: string | null
  deleted_at: string | null
  created_at: string
  created_by: number | null
  changed_at: string
  stage: Generated<string>
  submitted_at: string | null
  submitted_by: number | null
  reviewed_at: string | null
  reviewed_by: number | null
  expires_at: string | null
  updated_at: string | null
  withdrawn_reason: Generated<string>
  unreviewed_since: string | null
  unreviewed_by: number | null
  erased_at: string | null
  form_key: string | null
}

export type EditionTable = {
  id: Generated<number>
  article_id: number
  slug: string
  title: string
  lead: string
  body: string
  body_html: string
  renderer: string
  category_id: number | null
  author: string
  unit: string
  source_name: string
  source_address: string
  tags: string
  cover_picture_id: number | null
  publish_at: string | null
  saved_at: string
  saved_by: number | null
  published_at: string | null
  content_hash: Generated<string>
  genre: Generated<string>
  expire_at: string | null
  pin_until: string | null
  change_kind: Generated<string>
  change_note: Generated<string>
  wrong_text: Generated<string>
  right_text: Generated<string>
}

export type EditionPictureTable = { edition_id: number; picture_id: number }

export type PictureRow = Selectable<PictureTable>
export type CategoryRow = Selectable<CategoryTable>
export type EditionRow = Selectable<EditionTable>
