import type { Generated } from 'kysely'

/** What the newsroom keeps besides articles and their editions. */

export type ArticleEventTable = {
  id: Generated<number>
  article_id: number
  edition_id: number | null
  at: string
  staff_id: number | null
  staff_name: string
  act: string
  note: string
}

export type ArticleUpdateTable = {
  id: Generated<number>
  article_id: number
  edition_id: number | null
  at: string
  kind: string
  note: string
  wrong_text: string
  right_text: string
}

export type AutosaveTable = {
  staff_id: number
  slot: string
  article_id: number | null
  form: string
  saved_at: string
}

export type NewsroomSettingsTable = {
  id: number
  gates: number
  four_eyes_since: string | null
  reader_reports_since: string | null
  second_factor_since: string | null
}

export type BackupCodeTable = { code_hash: string; staff_id: number; created_at: string; used_at: string | null }

export type PendingSignInTable = { token_hash: string; staff_id: number; expires_at: string }

export type StaffCategoryTable = { staff_id: number; category_id: number }

export type CommentTable = {
  id: Generated<number>
  article_id: number
  staff_id: number
  at: string
  body: string
  removed_at: string | null
}

export type MentionTable = { comment_id: number; staff_id: number; seen_at: string | null }

export type ArticleVisitorTable = { article_id: number; staff_id: number; seen_at: string }

export type PreviewLinkTable = {
  id: Generated<number>
  token_hash: string
  article_id: number
  approver_name: string
  created_at: string
  created_by: number | null
  expires_at: string
  revoked_at: string | null
}

export type PreviewAnswerTable = {
  id: Generated<number>
  link_id: number
  edition_id: number
  at: string
  verdict: string
  note: string
}

export type ReaderReportTable = {
  id: Generated<number>
  article_id: number
  edition_id: number | null
  at: string
  due_at: string
  body: string
  quote: string
  name: string
  contact: string
  consented_at: string | null
  forgotten_at: string | null
  answered_at: string | null
  answered_by: number | null
  answer: string
  note: string
  update_id: number | null
}

export type PictureVersionTable = {
  id: Generated<number>
  picture_id: number
  key: string
  master_key: string
  original_name: string
  file_name: string
  format: string
  width: number
  height: number
  bytes: number
  crop_x: number | null
  crop_y: number | null
  crop_width: number | null
  crop_height: number | null
  focal_x: number | null
  focal_y: number | null
  sha256: string | null
  likeness: string | null
  made_at: string
  made_by: number | null
}

export type PicturePieceTable = { place: number; piece: string; picture_id: number }

export type PictureTwinTable = { picture_id: number; twin_id: number }
